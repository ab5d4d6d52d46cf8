import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { dragBy, figurePages, textOf } from './figure-page.ts';

const open = figurePages();

/** "At w = 0.97 the neuron sees x₂. Loss 1.221." */
const numbersOf = async (figure: Locator): Promise<number[]> =>
  [...(await textOf(figure, '.claim')).replaceAll('−', '-').matchAll(/-?\d+\.\d+/g)].map(([digits]) => Number(digits));

test('the loss shown is the engine’s, wherever the neuron is dragged or moved by keys', async () => {
  const { page, figure, complaints, close } = await open('one-neuron');
  const engine = await createEngine();
  const check = async (): Promise<number> => {
    const [w, shown] = await numbersOf(figure);
    const problem = { X: [[-1], [1]], y: [1, 0.5], lambda: 0 };
    expect(shown).toBeCloseTo(engine.evaluate(problem, { W: [[w!]], alpha: [1] }).objective, 2);
    return w!;
  };
  const weight = figure.getByRole('slider', { name: 'Weight of the neuron' });
  expect(await check()).toBe(1.2);
  await dragBy(page, weight, -150, 0);
  await expect.poll(check).toBeLessThan(0);
  const dragged = await check();
  await weight.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(check).toBeGreaterThan(dragged);
  await dragBy(page, figure.getByRole('slider', { name: 'Slope of the neuron' }), 0, -40);
  await expect.poll(check).toBeLessThan(dragged);
  expect(complaints).toEqual([]);
  await close();
});

test('the wall holds the weight; without it the parabola promises what no neuron does; a reload keeps it', async () => {
  const { page, figure, complaints, close } = await open('one-neuron');
  const weight = figure.getByRole('slider', { name: 'Weight of the neuron' });
  await figure.getByRole('button', { name: /sees x₂/ }).click();
  await expect.poll(() => textOf(figure, '.claim')).toContain('The least loss is 1.000, at 𝑤 = 0.50');
  await dragBy(page, weight, -150, 0);
  await expect.poll(() => weight.getAttribute('aria-valuenow')).toBe('0');
  await figure.getByRole('button', { name: /both points/ }).click();
  await expect.poll(() => textOf(figure, '.claim')).toContain('No neuron has this activation');
  await figure.getByRole('button', { name: 'Drop the wall' }).click();
  await expect.poll(() => numbersOf(figure)).toEqual([1.125, -0.25, 0.8125]);
  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => textOf(figure, '.claim')).toContain('No neuron does that');
  expect(complaints).toEqual([]);
  await close();
});
