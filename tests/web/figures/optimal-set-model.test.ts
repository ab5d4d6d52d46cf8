import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../../web/engine/index.ts';
import type { WorkerEngine } from '../../../web/engine/types.ts';
import { script, tables } from '../../../web/figures/optimal-set/export.ts';
import { layoutFor } from '../../../web/figures/optimal-set/layout.ts';
import { cornerAt, handleAt, moveHandle } from '../../../web/figures/optimal-set/map.ts';
import {
  type Answer,
  optimalSetModel,
  placeOnWalk,
  type State,
  table,
} from '../../../web/figures/optimal-set/model.ts';
import { rangeScript } from '../../../web/figures/optimal-set/script.ts';

let engine: WorkerEngine;
let answerOf: (change: Partial<State>) => Promise<Answer>;
beforeAll(async () => {
  engine = (await createEngine()) as unknown as WorkerEngine;
  const model = optimalSetModel(engine);
  answerOf = (change) => model({ ...table.start, ...change });
});
const circle = { data: 'circle' } as const;

test('on the line 170 corners are one function, around the circle the band is open between the points', async () => {
  const line = await answerOf({});
  expect(line.set).toMatchObject({ dimension: 6, rank: 10 });
  expect(line.set.corners.rows).toBe(170);
  expect(line.range.difference).toBeLessThan(1e-11);
  const { set, range, at, x } = await answerOf(circle);
  expect(set.dimension).toBe(3);
  expect(range.difference).toBeGreaterThan(1);
  for (const point of x) {
    const k = at.indexOf(point);
    expect(range.high[k]! - range.low[k]!).toBeLessThan(1e-11);
  }
});

test.each([{}, circle])('the output on show never leaves the band, its loss is that of all: %j', async (data) => {
  const first = await answerOf(data);
  const places = [
    { t: 0.4 },
    { t: 1 },
    { t: 3.9 },
    { t: 4000 },
    ...[0, 1, 2].map((k) => ({ place: [k - 1, 0.3] as const })),
  ];
  for (const place of places) {
    const { output, range, loss, set } = await answerOf({ ...data, ...place });
    for (const [k, f] of output.entries()) {
      expect(f).toBeGreaterThan(range.low[k]! - 1e-9);
      expect(f).toBeLessThan(range.high[k]! + 1e-9);
    }
    expect(Math.abs(loss - first.loss)).toBeLessThan(1e-9 * first.loss);
    expect(loss - set.lowerBound).toBeLessThan(1e-6 * loss);
  }
});

test.each([
  [{ labels: Array(10).fill(0) }, 0],
  [{ ...circle, labels: [0, 0, 0] }, 0],
  [{ lambda: 1e-3 }, 4],
])('one network is one, and can be none: %j', async (change, neurons) => {
  const answer = await answerOf(change);
  expect(answer.here.width).toBe(neurons);
  expect(answer.set.corners.rows).toBe(1);
  expect(placeOnWalk({ t: 7 }, answer)).toBe(0);
  expect(answer.output).toHaveLength(answer.at.length);
});

describe('the handle', () => {
  test('is put on a corner by a hand that is near it, and by keys is not', async () => {
    const answer = await answerOf(circle);
    const layout = layoutFor(968, 'circle');
    const corner = cornerAt(answer, layout, answer.set.walk[2]!);
    const near = { x: corner.x + 3, y: corner.y - 3 };
    expect(moveHandle(answer, layout, near, true)).toEqual({ t: 2, place: null });
    const { place } = moveHandle(answer, layout, near, false);
    expect(layout.u(place![0])).toBeCloseTo(near.x);
    expect(layout.v(place![1])).toBeCloseTo(near.y);
  });

  test('stands at the network on show, within the map', async () => {
    const layout = layoutFor(968, 'circle');
    const { x, y } = handleAt(await answerOf({ ...circle, place: [2, 2] }), layout);
    expect(Math.hypot(x - layout.map.middle.x, y - layout.map.middle.y)).toBeLessThanOrEqual(
      layout.map.side / 2 + 1e-9,
    );
  });
});

test('a state of the wrong number of labels is none', () => {
  expect(table.parse({ ...table.start, labels: [1, 1, 1] })).toBeNull();
  expect(table.parse({ ...table.start, ...circle, labels: [1, 1, 1] })).not.toBeNull();
});

test('what is exported is whole', async () => {
  const state = { ...table.start, ...circle };
  const answer = await answerOf(circle);
  expect(tables(state, answer).map(({ rows }) => rows.length)).toEqual([
    1,
    6,
    8,
    answer.at.length,
    answer.here.width,
    3,
  ]);
  const text = await script(engine, state, answer);
  expect(text).toContain('linprog');
  expect(
    text.startsWith(
      rangeScript({
        X: [],
        y: [],
        lambda: 1,
        directions: { data: new Float64Array(), rows: 0, cols: 2 },
        signs: [],
        weights: [],
        objective: 0,
        at: [],
        low: [],
        high: [],
      }).slice(0, 60),
    ),
  ).toBe(true);
});
