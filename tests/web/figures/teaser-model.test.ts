import { describe, expect, test } from 'vitest';
import * as model from '../../../web/figures/teaser/model.ts';

const parseState = model.table.parse;
const points = Array.from({ length: 10 }, (_, j) => ({ x: -0.5 + j / 9, y: 0.3 + 0.3 * (j % 2) }));
const state: model.State = { points, settings: model.defaults, seed: 1 };

describe('moving a point', () => {
  test('moves that point and no other', () => {
    const moved = model.movePoint(state, 2, { x: -0.2, y: 0.5 });
    expect(moved.points[2]).toEqual({ x: -0.2, y: 0.5 });
    expect(moved.points.filter((_, i) => i !== 2)).toEqual(points.filter((_, i) => i !== 2));
    expect(state.points).toBe(points);
  });

  test('keeps it in the plot', () => {
    expect(model.movePoint(state, 0, { x: -9, y: 9 }).points[0]).toEqual({ x: model.view.x[0], y: model.view.y[1] });
  });

  test('keeps every pair of points apart, wherever it goes', () => {
    let moved = state;
    for (let k = 0; k < 200; k++) {
      moved = model.movePoint(moved, k % 10, { x: Math.sin(k) * 0.01, y: 0.5 });
      const xs = moved.points.map(({ x }) => x).sort((a, b) => a - b);
      for (let i = 1; i < xs.length; i++) expect(xs[i] - xs[i - 1]).toBeGreaterThan(0.999e-3);
    }
  });

  test('at the edge it stays in the plot and apart', () => {
    const crowded = model.movePoint(state, 0, { x: 9, y: 0 });
    const twice = model.movePoint(crowded, 1, { x: 9, y: 0 });
    expect(twice.points[1].x).toBeCloseTo(model.view.x[1] - 1e-3, 12);
  });
});

test('the problem is the mean loss with a bias, on the points as they are', () => {
  expect(model.problemOf({ ...state, points: [{ x: 1, y: 2 }] })).toEqual({
    X: [[1]],
    y: [2],
    lambda: model.defaults.lambda,
    loss: 'mean',
    bias: true,
  });
});

test('only a change of the network itself asks for a new start', () => {
  expect(model.needsNewStart(state, model.newDraw(state))).toBe(true);
  expect(model.needsNewStart(state, model.changeSettings(state, { width: 3 }))).toBe(true);
  expect(model.needsNewStart(state, model.changeSettings(state, { lambda: 3, stepSize: 1, speed: 2 }))).toBe(false);
});

describe('a stored state', () => {
  test('comes back as it was', () => {
    expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test.each([
    ['nothing', null],
    ['a word', 'teaser'],
    ['no points', { ...state, points: [] }],
    ['a point out of the plot', { ...state, points: [{ x: 7, y: 0 }] }],
    ['a point that is no number', { ...state, points: [{ x: '0', y: 0 }] }],
    ['a width of half a million', { ...state, settings: { ...state.settings, width: 5e5 } }],
    ['a missing setting', { ...state, settings: { width: 3 } }],
    ['a seed that is no integer', { ...state, seed: 0.5 }],
  ])('is ignored when it is %s', (_, data) => {
    expect(parseState(data)).toBeNull();
  });
});
