import { beforeAll, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../web/engine/index.ts';
import { good, network, refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);

const wide = { W: new Float64Array(8).fill(1), alpha: [1, 1, 1, 1] };

test('a bad problem or network is refused wherever one is taken', () => {
  const bad = { ...good, y: [1, 2] };
  const message = 'y has 2 values, expected 3 (rows of X)';
  expect(refusal(() => engine.descentPath(bad, wide))).toBe(message);
  expect(refusal(() => engine.reduce(bad, wide))).toBe(message);
  expect(refusal(() => engine.criticalPoints(bad))).toBe(message);
  const other = { W: [[1, 2, 3]], alpha: [1] };
  const columns = 'W has 3 columns, expected 2 (columns of X, bias included)';
  expect(refusal(() => engine.descentPath(good, other))).toBe(columns);
  expect(refusal(() => engine.descentPath(good, wide, { target: other }))).toBe(columns);
  expect(refusal(() => engine.reduce(good, other))).toBe(columns);
  expect(refusal(() => engine.descentPath(good, undefined as never))).toBe('network is missing, expected an object');
});

test.each<[Record<string, unknown>, string]>([
  [{ samples: 1 }, 'samples is 1, expected a whole number from 2 to 1000000'],
  [{ samples: -3 }, 'samples is -3, expected a whole number from 2 to 1000000'],
  [{ samples: 2.5 }, 'samples is 2.5, expected a whole number'],
  [{ target: 3 }, 'target is 3, expected an object'],
  [{ target: { W: [[1, Number.NaN]], alpha: [1] } }, 'W[0][1] is nan, expected a finite number'],
  [{ goal: 1 }, 'unknown key "goal" in options, expected target, samples'],
])('descentPath refuses the options %j', (options, message) => {
  expect(refusal(() => engine.descentPath(good, wide, options))).toBe(message);
});

test('descentPath refuses a network too narrow for a path, by both widths', () => {
  const sharp = { ...good, lambda: 1e-6 };
  expect(refusal(() => engine.descentPath(sharp, network))).toBe('width is 1, expected at least 4 (rows of X + 1)');
  const deep = { X: [[1, 0, 2]], y: [1], lambda: 0.1 };
  expect(refusal(() => engine.descentPath(deep, { W: [[1, 1, 1]], alpha: [1] }))).toBe(
    'width is 1, expected at least 2 (rows of X + 1)',
  );
});

test('networkOnPath refuses what is no path and no place on it', () => {
  const path = engine.descentPath(good, wide);
  expect(refusal(() => engine.networkOnPath(path, 1.5))).toBe('t is 1.5, expected a number from 0 to 1');
  expect(refusal(() => engine.networkOnPath(path, Number.NaN))).toBe('t is nan, expected a number from 0 to 1');
  expect(refusal(() => engine.networkOnPath(path, undefined as never))).toBe('t is missing, expected a number');
  expect(refusal(() => engine.networkOnPath(undefined as never, 0.5))).toBe('path is missing, expected an object');
  expect(refusal(() => engine.networkOnPath({} as never, 0.5))).toBe('path.keyFrames is missing, expected an array');
  expect(refusal(() => engine.networkOnPath({ keyFrames: [] }, 0.5))).toBe(
    'the path has 0 key frames, expected at least 1',
  );
  const [first, second] = path.keyFrames as [(typeof path.keyFrames)[0], (typeof path.keyFrames)[0]];
  const changed = (change: object) => ({ keyFrames: [first, { ...second, t: 1, ...change }] });
  expect(refusal(() => engine.networkOnPath(changed({ stage: 'jump' }), 0.5))).toBe(
    'path.keyFrames[1].stage is "jump", expected one of start, balance, merge, reduce, pivot, interpolate',
  );
  expect(refusal(() => engine.networkOnPath(changed({ W: [[1, 2]], alpha: [1] }), 0.5))).toBe(
    'alpha of a key frame has 1 value, expected 4 (as in the key frame before)',
  );
  expect(refusal(() => engine.networkOnPath(changed({ W: new Float64Array(12) }), 0.5))).toBe(
    'W has 3 columns, expected 2 (columns of X, bias included)',
  );
  expect(refusal(() => engine.networkOnPath({ keyFrames: [null] } as never, 0.5))).toBe(
    'path.keyFrames[0] is null, expected an object',
  );
});

test.each<[Record<string, unknown>, string]>([
  [{ width: 3 }, 'width is 3, expected a whole number from 1 to 2'],
  [{ width: 1.5 }, 'width is 1.5, expected a whole number'],
  [{ layers: 'all' }, 'layers is "all", expected one of first, both'],
  [{ alpha: [0] }, 'alpha[0] is 0, expected a number other than 0'],
  [{ alpha: [Infinity] }, 'alpha[0] is inf, expected a finite number'],
  [{ width: 2, alpha: [1] }, 'alpha has 1 value, expected 2 (width)'],
  [{ width: 2, layers: 'both' }, 'width is 2, expected 1 when both layers are trained'],
  [{ depth: 1 }, 'unknown key "depth" in settings, expected width, layers, alpha'],
])('criticalPoints refuses the settings %j', (settings, message) => {
  const line = { X: [[-1], [1]], y: [1, 2], lambda: 0 };
  expect(refusal(() => engine.criticalPoints(line, settings))).toBe(message);
});

test('criticalPoints refuses data that is not one-dimensional', () => {
  expect(refusal(() => engine.criticalPoints(good))).toBe(
    'X has 2 columns (bias included), expected 1 for listing critical points',
  );
});
