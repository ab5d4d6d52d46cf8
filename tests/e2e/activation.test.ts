import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { dragBy, figurePages, textOf } from './figure-page.ts';

const open = figurePages();

/** "The neuron (0.30, −0.15) sees x₂. It switches at x = 0.50 and is active to the right." */
const numbersOf = async (figure: Locator): Promise<number[]> =>
  [...(await textOf(figure, '.claim')).replaceAll('−', '-').matchAll(/-?\d+\.\d+/g)].map(([digits]) => Number(digits));

const rowOf = async (figure: Locator, name: string): Promise<number[]> =>
  (await figure.locator(`tr.${name} td`).allTextContents()).map((text) => Number(text.replace('−', '-')));

test('the article’s neuron sees the second point, and the numbers are the engine’s', async () => {
  const { figure, complaints, close } = await open('activation');
  expect(await numbersOf(figure)).toEqual([0.3, -0.15, 0.5]);
  const engine = await createEngine();
  const outputs = engine.predict({ W: [[0.3, -0.15]], alpha: [1] }, [[-0.2], [1]], { bias: true });
  expect(await rowOf(figure, 'before')).toEqual([-0.21, 0.15]);
  expect(await rowOf(figure, 'after')).toEqual([...outputs].map((value) => Number(value.toFixed(3))));
  await figure.getByRole('img', { name: 'D has the diagonal 0, 1' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('the activation point, the slope, the weights and the data move what they should, by mouse and by keys', async () => {
  const { page, figure, complaints, close } = await open('activation');
  const mark = (name: string): Locator => figure.getByRole('slider', { name });
  await dragBy(page, mark('Activation point'), -130, 0);
  await figure.getByRole('img', { name: 'D has the diagonal 1, 1' }).waitFor();
  const [slope, , kink] = await numbersOf(figure);
  expect(slope).toBe(0.3);
  await dragBy(page, mark('Slope of the neuron'), 0, -40);
  await expect.poll(async () => (await numbersOf(figure))[0]).toBeGreaterThan(0.3);
  const steeper = await numbersOf(figure);
  expect(steeper[2]).toBe(kink);
  await mark('Weights of the neuron').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await numbersOf(figure))[0]).toBeLessThan(steeper[0]!);
  await figure.getByRole('button', { name: 'Add a point' }).click();
  await figure.getByRole('slider', { name: 'Data point 3 of 3' }).waitFor();
  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('slider', { name: 'Data point 3 of 3' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
