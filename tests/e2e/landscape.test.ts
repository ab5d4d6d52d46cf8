import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { stateFragment } from '../../web/figure/export/state-fragment.ts';
import { dragBy, figurePages, showFigure } from './figure-page.ts';
import { landscapeStart } from './landscape-start.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

const outcome = (figure: Locator) => () => figure.locator('.outcome').innerText();
const nameOf = async (mark: Locator) => (await mark.getAttribute('aria-valuetext')) ?? '';

test('the descent from a dragged start ends where the engine says', async () => {
  const { page, figure, complaints, close } = await open('landscape');
  await eventually(outcome(figure)).toContain('stuck at loss 1');
  const start = figure.locator('[data-index="0"]');
  await dragBy(page, start, -300, 200);
  await eventually(outcome(figure)).not.toContain('stuck at loss 1');
  const [w1, w2] = (await nameOf(start))
    .replaceAll('minus ', '-')
    .match(/-?\d+\.\d+/g)!
    .map(Number);
  const engine = await createEngine();
  const { X, y } = engine.dataset('two-points');
  const settings = { W: [[w1!], [w2!]], alpha: [1, 1], secondLayerRate: 0, stepSize: 0.1 };
  const trainer = engine.createTrainer({ X, y, lambda: 0 }, settings);
  while (trainer.status === 'running') trainer.step(1);
  const loss = Math.round(trainer.loss);
  await eventually(outcome(figure)).toMatch(new RegExp(`loss ${loss}\\b.* ${trainer.steps} steps`));
  trainer.dispose();
  expect(complaints).toEqual([]);
  await close();
});

test('by keys: the start moves, the step size crosses the threshold of the valleys, and all of it survives a reload', async () => {
  const { page, figure, complaints, close } = await open('landscape');
  const start = figure.locator('[data-index="0"]');
  const before = await nameOf(start);
  await start.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await eventually(() => nameOf(start)).not.toBe(before);
  const moved = await nameOf(start);
  const slider = figure.getByRole('slider', { name: 'Step size' });
  await slider.focus();
  for (let k = 0; k < 45; k++) await page.keyboard.press('ArrowRight');
  await eventually(() => figure.locator('.stability').innerText()).toContain('above 0.5');
  await eventually(outcome(figure)).toContain('finds the optimum');
  await page.reload();
  await showFigure(page, 'landscape');
  await eventually(() => figure.locator('.stability').innerText()).toContain('above 0.5');
  expect((await nameOf(start)).split(', loss')[0]).toBe(moved.split(', loss')[0]);
  expect(complaints).toEqual([]);
  await close();
});

test('the basins, the path, and other labels', async () => {
  const { page, figure, complaints, close } = await open('landscape');
  await figure.getByRole('button', { name: 'Where does each start end?' }).click();
  await eventually(() => figure.getByRole('row', { name: /loss 4/ }).innerText()).toMatch(/0\.5\s+1\d\.\d/);
  await figure.getByRole('button', { name: 'Show a path that never climbs' }).click();
  await eventually(() => figure.locator('.path-words').innerText()).toContain('down to loss 0');
  const label = figure.locator('[data-index="2"]');
  await dragBy(page, label, 0, 33);
  await eventually(() => nameOf(label)).not.toContain('label 2.00');
  const y2 = Number(/label ([\d.]+)/.exec(await nameOf(label))![1]);
  await eventually(() => figure.locator('.numbers').innerText()).toMatch(
    new RegExp(`loss ${String(Number((y2 * y2).toPrecision(3)))}`),
  );
  expect(complaints).toEqual([]);
  await close();
});

const linked = (change: object) =>
  stateFragment('landscape', 1, {
    x: [-1, 1],
    y: [1, 2],
    ...landscapeStart,
    ...change,
  });

test('a descent whose loss goes up and down is told so, and why', async () => {
  const { figure, complaints, close } = await open('landscape', {}, linked({ w: [2.9, 2.9], stepSize: 0.52 }));
  await eventually(outcome(figure)).toMatch(/^The loss goes up and down: the step size is too large\./);
  expect(complaints).toEqual([]);
  await close();
});

test('why there is no path is told in words of the article, not of the engine', async () => {
  const { figure, complaints, close } = await open('landscape', {}, linked({ y: [-1, -2], way: true }));
  const words = () => figure.locator('.path-words').innerText();
  await eventually(words).toContain('two neurons are too few for both. Three would be enough from everywhere.');
  expect(await words()).not.toContain('width');
  expect(complaints).toEqual([]);
  await close();
});
