import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { dragBy, figurePages, textOf } from './figure-page.ts';

const open = figurePages();

const number = async (figure: Locator, name: string): Promise<number> => Number(await textOf(figure, `.loss-${name}`));

async function setWeightDecay(figure: Locator, position: number): Promise<void> {
  const input = figure.getByRole('slider', { name: 'Weight decay' });
  await input.evaluate((element, value) => {
    (element as HTMLInputElement).valueAsNumber = value;
    element.dispatchEvent(new Event('input'));
  }, position);
}

test('the least loss is the engine’s for every weight decay; at 2 the minima meet in the origin', async () => {
  const { figure, complaints, close } = await open('product');
  const engine = await createEngine();
  for (const [position, lambda, words] of [
    [0, 0, 'Infinitely many minima'],
    [48, 1, 'Two minima'],
    [96, 2, 'One minimum'],
    [120, 2.5, 'One minimum'],
  ] as const) {
    await setWeightDecay(figure, position);
    await expect.poll(() => textOf(figure, '.claim')).toContain(words);
    const { objective } = engine.solve({ X: [[1]], y: [1], lambda: lambda / 2 });
    await expect.poll(() => number(figure, 'least')).toBeCloseTo(objective, 3);
  }
  expect(complaints).toEqual([]);
  await close();
});

test('moved on the convex side the weights are balanced, and a descent ends at the least loss', async () => {
  const { page, figure, complaints, close } = await open('product');
  expect(await number(figure, 'here')).toBeGreaterThan(await number(figure, 'convex'));
  await dragBy(page, figure.getByRole('slider', { name: 'Product of the weights' }), 40, 0);
  await expect.poll(async () => (await number(figure, 'here')) - (await number(figure, 'convex'))).toBe(0);
  const weights = figure.getByRole('slider', { name: 'Both weights' });
  await weights.focus();
  for (let k = 0; k < 5; k++) await page.keyboard.press('Shift+ArrowRight');
  await expect
    .poll(async () => (await number(figure, 'here')) - (await number(figure, 'convex')))
    .toBeGreaterThan(0.01);
  await figure.getByRole('button', { name: 'Descend' }).click();
  await expect
    .poll(async () => (await number(figure, 'here')) - (await number(figure, 'least')), { timeout: 8000 })
    .toBeLessThan(1e-3);
  expect(complaints).toEqual([]);
  await close();
});
