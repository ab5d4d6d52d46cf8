import { expect, test } from 'vitest';
import { createEngine } from '../../../web/engine/index.ts';
import type { WorkerEngine } from '../../../web/engine/types.ts';
import { layoutFor } from '../../../web/figures/path/layout.ts';
import { pathModel } from '../../../web/figures/path/model.ts';

test('with all labels at 0 there is no path, and everything still has its place', async () => {
  const engine = (await createEngine()) as unknown as WorkerEngine;
  const { path } = await pathModel(engine)({ labels: Array(10).fill(0), at: 0, seen: 0 });
  expect(path.lambdaMax).toBe(0);
  const { left, right, lambda, loss, losses } = layoutFor(900, { path });
  for (const point of path.points) {
    expect(lambda(point.lambda)).toBeGreaterThanOrEqual(left);
    expect(lambda(point.lambda)).toBeLessThanOrEqual(right);
    expect(loss(point.objective)).toBe(losses.bottom);
  }
});

test('the axis of the weight decay ends with the path', async () => {
  const engine = (await createEngine()) as unknown as WorkerEngine;
  const { path } = await pathModel(engine)({ labels: null, at: 0, seen: 0 });
  const { left, right, lambda } = layoutFor(900, { path });
  const ends = [path.points[0], path.points.at(-1)].map((point) => lambda(point?.lambda ?? Number.NaN));
  expect(ends[0]).toBeCloseTo(left, 9);
  expect(ends[1]).toBeCloseTo(right, 9);
});
