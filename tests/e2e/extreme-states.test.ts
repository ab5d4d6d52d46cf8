import { expect, test } from 'vitest';
import { stateFragment } from '../../web/figure/export/state-fragment.ts';
import { figurePages, textOf } from './figure-page.ts';

const open = figurePages();

test('all labels of the first figure at 0: the optimum is 0 and has its place', async () => {
  const points = Array.from({ length: 10 }, (_, j) => ({ x: -0.5 + j / 10, y: 0 }));
  const settings = { width: 100, stepSize: 0.05, lambda: 1e-4, scale: 0.3, speed: 400 };
  const { figure, complaints, close } = await open(
    'teaser',
    {},
    stateFragment('teaser', 1, { points, settings, seed: 1 }),
  );
  await expect.poll(() => figure.locator('text.optimum-label[y]').count()).toBe(2);
  expect(complaints).toEqual([]);
  await close();
});

test('all labels of the path at 0: nothing is worth a neuron, and the drawing is there', async () => {
  const state = { labels: Array(10).fill(0), at: 0, seen: 0 };
  const { figure, complaints, close } = await open('path', {}, stateFragment('path', 1, state));
  await expect.poll(() => textOf(figure, '.claim')).toContain('no neuron at all');
  expect(complaints).toEqual([]);
  await close();
});

test('one neuron is told of as one', async () => {
  const state = { y: [-0.5, 1], net: { w: [1], alpha: [1] }, seed: 1 };
  const { figure, complaints, close } = await open('neurons', {}, stateFragment('neurons', 1, state));
  expect(await textOf(figure, '.claim')).toMatch(/one neuron that pushes up has its minimum at 0\.25\.$/);
  expect(complaints).toEqual([]);
  await close();
});

test('few points have a whole number of subsets', async () => {
  const { figure, complaints, close } = await open(
    'pattern-count',
    {},
    stateFragment('pattern-count', 1, { n: 4, d: 2 }),
  );
  expect(await textOf(figure, '.claim')).toMatch(/8 activation patterns.* Subsets: 16\.$/);
  expect(complaints).toEqual([]);
  await close();
});

test('a linked state that the engine refuses leaves a figure that can be used', async () => {
  const state = { y: [1, 0.5], net: { w: [1e300], alpha: [1e300] }, seed: 1 };
  const { page, figure, complaints, close } = await open('neurons', {}, stateFragment('neurons', 1, state));
  expect(await textOf(figure, '.note')).toContain('The engine refused');
  expect(await figure.getByRole('alert').count()).toBe(0);
  await figure.getByRole('slider', { name: 'Neuron 1 of 3' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('hcx:neurons'))).not.toBeNull();
  expect(complaints).toEqual([]);
  await close();
});
