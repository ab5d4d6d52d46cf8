import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { createEngine, type Engine, type PatternsInTraining, type Problem } from '../../web/engine/index.ts';
import { refusal } from './refusal.ts';

let engine: Engine;
let problem: Problem;
beforeAll(async () => {
  engine = await createEngine();
  const { X, y } = engine.dataset('linear-teacher', 1);
  problem = { X, y, lambda: 5e-5, loss: 'mean' };
});

const START = { width: 20, scale: 1e-4, seed: 1, stepSize: 0.1 } as const;
const run = (signs: 'own' | 'both' = 'own'): PatternsInTraining =>
  engine.patternsInTraining(problem, { ...START, signs });
const most = (values: ArrayLike<number>): number => Math.max(...Array.from(values));

test('twenty patterns at the start, a handful at the end', () => {
  const { unique, group, on, sign } = run();
  expect(unique.length).toBe(441);
  expect(group.length).toBe(441 * 20);
  expect(sign.length).toBe(441 * 20);
  expect(on.length).toBe(441 * 20 * 100);
  expect(unique[0]).toBe(20);
  expect(unique[440]).toBeLessThan(10);
});

test('every optimum is certified to a millionth, and descent is never below that of its own patterns', () => {
  for (const signs of ['own', 'both'] as const) {
    const { loss, optimum, lowerBound } = run(signs);
    expect(most(optimum.map((value, t) => (value - lowerBound[t]) / value))).toBeLessThan(1e-6);
    expect(most(lowerBound.map((bound, t) => bound - loss[t]))).toBeLessThanOrEqual(0);
  }
});

test('dip, bump and staircase: the shape of the original picture, with one sign a neuron', () => {
  const { loss, optimum } = run();
  const within = (t: number, low: number, high: number) => {
    expect(optimum[t]).toBeGreaterThan(low);
    expect(optimum[t]).toBeLessThan(high);
  };
  within(0, 0.05, 0.3);
  within(20, 0.008, 0.03);
  within(80, 0.02, 0.06);
  within(100, 0.008, 0.03);
  within(120, 0.001, 0.004);
  within(440, 1e-4, 3e-4);
  expect(loss[0]).toBeCloseTo(1, 3);
  // Descent falls below what the patterns of its start allow, long before it ends.
  const below = loss.findIndex((value) => value < optimum[0]);
  expect(below).toBeGreaterThan(60);
  expect(below).toBeLessThan(150);
});

test.each([0, 80, 120])('the optimum of step %i is that of an outside solver', (step) => {
  const stored = JSON.parse(readFileSync(`tests/reference/training-step-${step}.json`, 'utf8'));
  const { optimum, lowerBound, on } = run();
  const patterns = Array.from({ length: 20 }, (_, i) =>
    on.subarray((step * 20 + i) * 100, (step * 20 + i + 1) * 100).join(''),
  );
  expect(patterns).toEqual(stored.patterns);
  expect(Math.abs(optimum[step] / stored.optimum - 1)).toBeLessThan(1e-6);
  expect(lowerBound[step]).toBeLessThanOrEqual(stored.optimum * (1 + 1e-9));
});

test('with both signs the same patterns fit far better at first, and alike in the end', () => {
  const [own, both] = [run('own'), run('both')];
  expect(both.optimum[0]).toBeLessThan(0.02 * own.optimum[0]);
  expect(both.optimum[440]).toBeCloseTo(own.optimum[440], 6);
  expect(most(both.optimum.map((value, t) => value - own.optimum[t] * (1 + 1e-6)))).toBeLessThanOrEqual(0);
});

test('the scale of the start decides how far the patterns gather', () => {
  const ends = [1e-5, 1e-4, 1e-2].map((scale) => engine.patternsInTraining(problem, { ...START, scale }).unique[440]);
  expect(ends[0]).toBeLessThan(10);
  expect(ends[1]).toBeLessThan(10);
  expect(ends[2]).toBeGreaterThan(15);
});

test('bad settings are refused', () => {
  const asked = (settings: object) => refusal(engine, () => engine.patternsInTraining(problem, settings));
  expect(asked({ steps: 0 })).toBe('steps is 0, expected a whole number from 1 to 100000');
  expect(asked({ signs: 'one' })).toBe('signs is "one", expected one of own, both');
  expect(asked({ width: 1e4, steps: 1e5 })).toBe(
    '(steps + 1) x width x rows of X is 100001000000, expected at most 100000000',
  );
});
