import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine, type Engine, type Problem, type TrainerSettings } from '../../web/engine/index.ts';
import { good, refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);

test.each<[Record<string, unknown>, string]>([
  [{ stepSize: 0 }, 'stepSize is 0, expected a finite number > 0'],
  [{ stepSize: -1 }, 'stepSize is -1, expected a finite number > 0'],
  [{ stepSize: Number.NaN }, 'stepSize is nan, expected a finite number > 0'],
  [{ stepSize: '0.1' }, 'stepSize is a string, expected a number'],
  [{ width: 0 }, 'width is 0, expected a whole number from 1 to 1000000'],
  [{ width: 1e9 }, 'width is 1000000000, expected a whole number from 1 to 1000000'],
  [{ optimizer: 'adamw' }, 'optimizer is "adamw", expected one of gd, momentum, nesterov, adam, adagrad, rmsprop, sgd'],
  [{ momentum: 1 }, 'momentum is 1, expected a number from 0 to below 1'],
  [{ beta1: -0.1 }, 'beta1 is -0.1, expected a number from 0 to below 1'],
  [{ beta2: Number.NaN }, 'beta2 is nan, expected a number from 0 to below 1'],
  [{ smoothing: 2 }, 'smoothing is 2, expected a number from 0 to below 1'],
  [{ epsilon: 0 }, 'epsilon is 0, expected a finite number > 0'],
  [{ firstLayerRate: -1 }, 'firstLayerRate is -1, expected a finite number >= 0'],
  [{ secondLayerRate: Infinity }, 'secondLayerRate is inf, expected a finite number >= 0'],
  [
    { firstLayerRate: 0, secondLayerRate: 0 },
    'firstLayerRate and secondLayerRate are both 0, expected one of them > 0',
  ],
  [{ batchSize: 0 }, 'batchSize is 0, expected a whole number from 1 to 3 (rows of X)'],
  [{ batchSize: 4 }, 'batchSize is 4, expected a whole number from 1 to 3 (rows of X)'],
  [{ filmBytes: -1 }, 'filmBytes is -1, expected a whole number from 0 to 2147483647'],
  [{ events: 1 }, 'events is 1, expected true or false'],
  [{ initialization: 'xavier' }, 'initialization is "xavier", expected one of normal, he, torch, balanced'],
])('createTrainer refuses %j', (settings, message) => {
  expect(refusal(() => engine.createTrainer(good, settings as TrainerSettings))).toBe(message);
});

test('a trainer refuses foreign snapshots and steps before its film, and then goes on', () => {
  const trainer = engine.createTrainer(good, { width: 3, optimizer: 'adam' });
  const snapshot = trainer.snapshot();
  const { velocity: _, ...plain } = snapshot;
  expect(refusal(() => trainer.restore(plain))).toBe(
    "velocity has 0 values, expected 9 (what this run's optimizer remembers)",
  );
  const other = engine.createTrainer(good, { width: 4, optimizer: 'adam' });
  expect(refusal(() => trainer.restore(other.snapshot()))).toBe('alpha has 4 values, expected 3 (neurons of this run)');
  expect(refusal(() => trainer.restore(null as never))).toBe('snapshot is null, expected an object');
  expect(refusal(() => trainer.seek(-1))).toBe('steps is -1, expected a whole number from 0 to 9007199254740991');
  expect(refusal(() => trainer.stepFor(-1))).toBe('milliseconds is -1, expected a finite number >= 0');
  expect(refusal(() => trainer.stepFor(Number.NaN))).toBe('milliseconds is nan, expected a finite number >= 0');
  expect(refusal(() => trainer.predict([[1, 2, 3]]))).toBe('X has 3 columns, expected 2 (columns of W)');
  expect(refusal(() => trainer.events(-1))).toBe('from is -1, expected a whole number from 0 to 9007199254740992');
  trainer.step(10);
  expect(trainer.steps).toBe(10);
  trainer.dispose();
  other.dispose();
});

test('rewinding and playing again gives the same numbers bit for bit', () => {
  const { X, y, bias } = engine.dataset('teaser');
  const problem: Problem = { X, y, bias, lambda: 1e-4, loss: 'mean' };
  const trainer = engine.createTrainer(problem, { width: 50, optimizer: 'adam', seed: 3, events: true });
  const losses: number[] = [];
  while (trainer.steps < 500) losses.push(trainer.step(1));
  const end = trainer.snapshot();
  const events = trainer.events();
  trainer.seek(0);
  expect(losses.map(() => trainer.step(1))).toEqual(losses);
  expect(trainer.snapshot()).toEqual(end);
  expect(trainer.events()).toEqual(events);
  expect(events.length).toBe(trainer.eventCount);
  expect(trainer.events(events.length - 2)).toEqual(events.slice(-2));
  trainer.dispose();
});

test('stepFor keeps to its time and its count', () => {
  const trainer = engine.createTrainer(good, { width: 1000, stepSize: 1e-6 });
  trainer.stepFor(1e9, 12);
  expect(trainer.steps).toBe(12);
  trainer.stepFor(0);
  expect(trainer.steps).toBe(13);
  trainer.stepFor(5);
  expect(trainer.steps).toBeGreaterThan(13);
  trainer.dispose();
});

test('what a trainer shows is what the engine says of its weights', () => {
  const problem: Problem = { X: [[-1], [0.5], [2]], y: [1, -1, 2], lambda: 0.1, loss: 'half', bias: true };
  const trainer = engine.createTrainer(problem, { width: 5, initialization: 'balanced' });
  const start = trainer.weights;
  trainer.step(100);
  const { weights } = trainer;
  expect(trainer.evaluation()).toEqual(engine.evaluate(problem, weights));
  expect(trainer.loss).toBeCloseTo(trainer.evaluation().objective, 12);
  expect(trainer.predict([[0.3]])).toEqual(engine.predict(weights, [[0.3]], { bias: true }));
  expect([...engine.predict(weights, [[0.3, 1]])]).toEqual([...trainer.predict([[0.3]])]);
  const { norm, weight, angle, direction } = engine.directions(weights);
  expect(direction[0]! * norm[0]!).toBeCloseTo(weights.W[0]!, 12);
  expect(weight[1]).toBeCloseTo(norm[1]! * Math.abs(weights.alpha[1]!), 12);
  expect(Math.tan(angle[2]!)).toBeCloseTo(weights.W[5]! / weights.W[4]!, 9);
  expect(engine.motion(start, weights).turning).toBeGreaterThan(0);
  expect(trainer.uniquePatterns()).toBe(new Set(trainer.patterns().map(String)).size);
  expect(trainer.statusMessage).toBe('running: 100 steps');
  const lazy = engine.lazyPredictions({ ...problem, lambda: 0 }, start, [[-1], [0.5], [2]]);
  expect(lazy.length).toBe(3);
  expect(engine.alignmentPotential(problem, [[1, 0]])[0]).toBeCloseTo((-1 * 0.5 + 2 * 2) / 1, 12);
  trainer.dispose();
});

test.each<[string, () => unknown, string]>([
  ['predict', () => engine.predict({ W: [[1, 2]], alpha: [1] }, [[1]]), 'X has 1 column, expected 2 (columns of W)'],
  ['motion', () => engine.motion({ W: [[1]], alpha: [1] }, null as never), 'now is null, expected an object'],
  [
    'lazyPredictions',
    () => engine.lazyPredictions(good, { W: [[1, 2]], alpha: [1] }, [[1]]),
    'X has 1 column, expected 2 (columns of W)',
  ],
  [
    'alignmentPotential',
    () => engine.alignmentPotential(good, [[1]]),
    'directions has 1 column, expected 2 (columns of X, bias included)',
  ],
])('%s refuses bad input', (_, work, message) => {
  expect(refusal(work)).toBe(message);
});

describe('memory', () => {
  test('a thousand runs created and disposed of leave nothing behind', () => {
    // 8 MB each: a tenth of them, kept, would be more than a 32-bit module can have.
    const X = { data: new Float64Array(100).fill(1), rows: 100, cols: 1 };
    const problem: Problem = { X, y: new Float64Array(100), lambda: 0 };
    for (let k = 0; k < 1000; k++) {
      const trainer = engine.createTrainer(problem, { width: 10_000, seed: k, stepSize: 1e-9 });
      trainer.step(1);
      trainer.dispose();
    }
    expect(engine.solve(good).status).toBe('optimal');
  }, 60_000);

  test('a run that is dropped without dispose() is freed and reported', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    (() => engine.createTrainer(good, { width: 3 }).step(1))();
    for (let k = 0; k < 50 && warn.mock.calls.length === 0; k++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      collect();
    }
    expect(warn.mock.calls[0]?.[0]).toBe(
      'hidden-convex: a trainer was dropped without dispose(); its memory was held until now',
    );
    warn.mockRestore();
  });
});
