import { expect, test } from 'vitest';
import { figurePages } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

test('three rooms: the matrix, the number of patterns and both losses follow the step', async () => {
  const { figure, close, complaints } = await open('patterns-in-training');
  const claim = () => figure.locator('.claim').textContent();
  await figure.getByLabel('Step', { exact: true }).press('Home');
  await figure.getByRole('button', { name: 'Back to the start of the run' }).click();
  await eventually(claim).toContain('20 patterns');
  const before = await figure.locator('.bits').getAttribute('d');
  expect(await figure.locator('.together').count()).toBe(0);
  await figure.getByLabel('Step', { exact: true }).press('End');
  await eventually(() => figure.locator('.together').count()).toBeGreaterThan(0);
  expect(await figure.locator('.bits').getAttribute('d')).not.toBe(before);
  expect(await claim()).toMatch(/certified to a millionth/);
  expect(complaints).toEqual([]);
  await close();
});

test('both signs: the optimum of the start is far lower', async () => {
  const { figure, close } = await open('patterns-in-training');
  await figure.getByRole('button', { name: 'Back to the start of the run' }).click();
  const optimum = () => figure.locator('.optimum-name').last().textContent();
  const own = await optimum();
  await figure.getByRole('button', { name: 'Both signs' }).click();
  await eventually(optimum).not.toBe(own);
  await eventually(optimum).toContain('10');
  await close();
});
