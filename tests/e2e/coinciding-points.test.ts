import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { stateFragment } from '../../web/figure/export/state-fragment.ts';
import { figurePages } from './figure-page.ts';
import { misplacedLabels } from './labels.ts';
import { landscapeStart } from './landscape-start.ts';

const open = figurePages();

const names = async (figure: Locator): Promise<string[]> =>
  (await figure.locator('.point text').allTextContents()).map((text) => text.trim()).filter(Boolean);

const ONE_NEURON = { w: 1.2, chosen: null, wall: true };
const LINE = { points: [-0.6, 0.3, 0.3, 0.8], angle: 0.25 };
const PLANE = {
  points: [
    [0.5, 0.5],
    [-0.5, 0.2],
    [0.5, 0.5],
    [0.2, -0.6],
  ],
  w: [0.6, 0.5, 0.2],
  turn: { yaw: 0.4, tilt: 0.3 },
};

const STATES = [
  ['two points of Figure 3', 'landscape', 1, { ...landscapeStart, x: [1, 1], y: [1, 1] }, ['1, 2']],
  ['nearly two points of Figure 3', 'landscape', 1, { ...landscapeStart, x: [1, 1.05], y: [1, 1.1] }, ['1, 2']],
  ['two points of one neuron', 'one-neuron', 1, { ...ONE_NEURON, points: Array(2).fill({ x: 1, y: 1 }) }, ['𝑥₁, 𝑥₂']],
  ['two points on a line', 'patterns', 2, { view: 'line', line: LINE }, ['1', '2, 3', '4']],
  ['two points in the plane', 'patterns', 2, { view: 'plane', plane: PLANE }, ['1, 3', '2', '4']],
] as const;

test.each(STATES)('%s in one place are named together', async (_, name, version, state, expected) => {
  const { figure, complaints, close } = await open(name, {}, stateFragment(name, version, state));
  await expect.poll(() => names(figure)).toEqual(expected);
  expect(await misplacedLabels(figure)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
