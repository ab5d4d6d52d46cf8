import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type Problem } from '../../web/engine/index.ts';
import { good, network, refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);

/** Arguments of the wrong kind, on purpose. */
const wrong = (problem: Record<string, unknown>) => ({ ...good, ...problem }) as unknown as Problem;

describe('a bad problem is refused by the name of the argument and both sizes', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['X missing', { X: undefined }, 'X is missing, expected an array of rows or {data, rows, cols}'],
    ['X null', { X: null }, 'X is null, expected an array of rows or {data, rows, cols}'],
    ['X a string', { X: 'points' }, 'X is a string, expected an array of rows or {data, rows, cols}'],
    ['X a typed array', { X: new Float64Array(6) }, 'X is an object, expected an array of rows or {data, rows, cols}'],
    ['X empty', { X: [] }, 'X is 0 x 0, expected at least 1 row and 1 column'],
    ['X without columns', { X: [[], [], []] }, 'X is 3 x 0, expected at least 1 row and 1 column'],
    ['X of numbers', { X: [1, 2, 3] }, 'X[0] is 1, expected a row of numbers'],
    ['X ragged', { X: [[1, 1], [1], [1, 1]] }, 'X[1] has 1 value, expected 2 (length of X[0])'],
    [
      'X with NaN',
      {
        X: [
          [1, 1],
          [Number.NaN, 1],
          [1, 1],
        ],
      },
      'X[1][0] is nan, expected a finite number',
    ],
    [
      'X with Infinity',
      {
        X: [
          [1, 1],
          [1, 1],
          [1, Infinity],
        ],
      },
      'X[2][1] is inf, expected a finite number',
    ],
    [
      'X with a string',
      {
        X: [
          ['1', 1],
          [1, 1],
          [1, 1],
        ],
      },
      'X[0][0] is a string, expected a number',
    ],
    [
      'X with a hole',
      {
        X: [
          [1, undefined],
          [1, 1],
          [1, 1],
        ],
      },
      'X[0][1] is missing, expected a number',
    ],
    [
      'X shaped, data short',
      { X: { data: new Float64Array(5), rows: 3, cols: 2 } },
      'X.data has 5 values, expected 6 (X.rows x X.cols)',
    ],
    ['X shaped, rows missing', { X: { data: new Float64Array(6), cols: 2 } }, 'X.rows is missing, expected a number'],
    [
      'X shaped, rows negative',
      { X: { data: new Float64Array(6), rows: -3, cols: 2 } },
      'X.rows is -3, expected a whole number from 0 to 100000000',
    ],
    [
      'X shaped, rows broken',
      { X: { data: new Float64Array(6), rows: 1.5, cols: 4 } },
      'X.rows is 1.5, expected a whole number',
    ],
    [
      'X shaped, far too large',
      { X: { data: new Float64Array(0), rows: 65536, cols: 65536 } },
      'X.rows x X.cols is 4294967296, expected a whole number from 0 to 100000000',
    ],
    ['X shaped, data missing', { X: { rows: 3, cols: 2 } }, 'X.data is missing, expected an array of numbers'],
    ['y missing', { y: undefined }, 'y is missing, expected an array of numbers'],
    ['y short', { y: [1, 2] }, 'y has 2 values, expected 3 (rows of X)'],
    ['y long', { y: new Float64Array(4) }, 'y has 4 values, expected 3 (rows of X)'],
    ['y empty', { y: [] }, 'y has 0 values, expected 3 (rows of X)'],
    ['y with NaN', { y: [1, Number.NaN, 1] }, 'y[1] is nan, expected a finite number'],
    ['y with null', { y: [1, null, 1] }, 'y[1] is null, expected a number'],
    ['y of BigInts', { y: new BigInt64Array(3) }, 'y[0] is a bigint, expected a number'],
    ['lambda missing', { lambda: undefined }, 'lambda is missing, expected a number'],
    ['lambda negative', { lambda: -0.5 }, 'lambda is -0.5, expected a finite number >= 0'],
    ['lambda NaN', { lambda: Number.NaN }, 'lambda is nan, expected a finite number >= 0'],
    ['lambda infinite', { lambda: Infinity }, 'lambda is inf, expected a finite number >= 0'],
    ['lambda a string', { lambda: '0.1' }, 'lambda is a string, expected a number'],
    ['loss unknown', { loss: 'median' }, 'loss is "median", expected one of sum, mean'],
    ['loss a number', { loss: 2 }, 'loss is 2, expected a string'],
    ['bias a number', { bias: 1 }, 'bias is 1, expected true or false'],
    ['a misspelt key', { lamda: 1 }, 'unknown key "lamda" in problem, expected X, y, lambda, loss, bias'],
  ])('%s', (_, change, message) => {
    expect(refusal(() => engine.solve(wrong(change)))).toBe(message);
  });

  test('the same holds wherever a problem is taken', () => {
    const bad = wrong({ y: [1, 2] });
    const message = 'y has 2 values, expected 3 (rows of X)';
    expect(refusal(() => engine.certify(bad, network))).toBe(message);
    expect(refusal(() => engine.evaluate(bad, network))).toBe(message);
    expect(refusal(() => engine.merge(bad, network))).toBe(message);
    expect(refusal(() => engine.createTrainer(bad))).toBe(message);
    expect(refusal(() => engine.solve(undefined as unknown as Problem))).toBe('problem is missing, expected an object');
    expect(refusal(() => engine.solve(null as unknown as Problem))).toBe('problem is null, expected an object');
    expect(refusal(() => engine.solve([] as unknown as Problem))).toBe('problem is an array, expected an object');
  });
});

test.each<[Record<string, unknown>, string]>([
  [{ tolerance: 0 }, 'tolerance is 0, expected a number between 0 and 1'],
  [{ tolerance: 'fine' }, 'tolerance is a string, expected a number'],
  [{ maxIterations: 0 }, 'maxIterations is 0, expected a whole number from 1 to 1000000'],
  [{ maxIterations: 2.5 }, 'maxIterations is 2.5, expected a whole number'],
  [{ maxIterations: 1e300 }, 'maxIterations is 1e+300, expected a whole number'],
  [{ maxSeconds: -1 }, 'maxSeconds is -1, expected a number > 0'],
  [{ maxSeconds: Number.NaN }, 'maxSeconds is nan, expected a number > 0'],
  [{ patterns: 'some' }, 'patterns is "some", expected one of all'],
  [{ solver: 'magic' }, 'solver is "magic", expected one of auto, exact'],
  [{ warmStart: 3 }, 'warmStart is 3, expected an object'],
  [{ warmStart: { W: [[1, 2, 3]], alpha: [1] } }, 'W has 3 columns, expected 2 (columns of X, bias included)'],
  [{ warmStart: { W: [[1, 2]], alpha: [1, 2] } }, 'W has 1 row, expected 2 (length of alpha)'],
  [
    { tolerence: 1 },
    'unknown key "tolerence" in options, expected patterns, solver, tolerance, maxIterations, maxSeconds, warmStart',
  ],
])('solve refuses the options %j', (options, message) => {
  expect(refusal(() => engine.solve(good, options))).toBe(message);
});

test.each<[Record<string, unknown>, string]>([
  [{ width: 0 }, 'width is 0, expected a whole number from 1 to 1000000'],
  [{ width: 1e9 }, 'width is 1000000000, expected a whole number from 1 to 1000000'],
  [{ width: 3.5 }, 'width is 3.5, expected a whole number'],
  [{ scale: -1 }, 'scale is -1, expected a finite number > 0'],
  [{ scale: Infinity }, 'scale is inf, expected a finite number > 0'],
  [{ seed: -1 }, 'seed is -1, expected a whole number from 0 to 9007199254740991'],
  [{ seed: 0.5 }, 'seed is 0.5, expected a whole number'],
  [{ stepSize: 0 }, 'stepSize is 0, expected a finite number > 0'],
  [{ stepSize: Number.NaN }, 'stepSize is nan, expected a finite number > 0'],
  [{ optimizer: 'adam2' }, 'optimizer is "adam2", expected one of gd'],
  [{ initialization: 'zeros' }, 'initialization is "zeros", expected one of normal, he, torch'],
  [{ W: [[1, 2]] }, 'W is given without alpha, expected both or neither'],
  [{ alpha: [1] }, 'alpha is given without W, expected both or neither'],
  [{ W: new Float64Array(5), alpha: [1, 2] }, 'W has 5 values, expected a multiple of 2 (length of alpha)'],
  [{ W: [[1, Number.NaN]], alpha: [1] }, 'W[0][1] is nan, expected a finite number'],
  [{ W: [], alpha: [] }, 'alpha has 0 values, expected at least 1 neuron'],
  [
    { step: 1 },
    'unknown key "step" in settings, expected width, initialization, scale, seed, optimizer, stepSize, W, alpha',
  ],
])('createTrainer refuses the settings %j', (settings, message) => {
  expect(refusal(() => engine.createTrainer(good, settings))).toBe(message);
});

test('a trainer refuses bad calls, and then goes on', () => {
  const trainer = engine.createTrainer(good, { width: 3 });
  expect(refusal(() => trainer.step(-1))).toBe('k is -1, expected a whole number from 0 to 9007199254740991');
  expect(refusal(() => trainer.step(1.5))).toBe('k is 1.5, expected a whole number');
  expect(refusal(() => trainer.step(undefined as unknown as number))).toBe('k is missing, expected a number');
  expect(refusal(() => trainer.setStepSize(0))).toBe('stepSize is 0, expected a finite number > 0');
  expect(refusal(() => trainer.setProblem({ ...good, X: [[1], [2], [3]] }))).toBe(
    'X has 1 column (bias included), expected 2 (as at the start of this run)',
  );
  expect(refusal(() => trainer.restore({ steps: 0, W: new Float64Array(4), alpha: new Float64Array(2) }))).toBe(
    'alpha has 2 values, expected 3 (neurons of this run)',
  );
  expect(refusal(() => trainer.restore({ ...trainer.snapshot(), steps: -5 }))).toBe(
    'steps is -5, expected a whole number from 0 to 9007199254740991',
  );
  expect(trainer.steps).toBe(0);
  trainer.step(10);
  expect(trainer.steps).toBe(10);
  trainer.dispose();
  trainer.dispose();
  expect(refusal(() => trainer.step(1))).toBe('this trainer was disposed of');
});

test('the other functions name what they refuse', () => {
  expect(refusal(() => engine.certify(good, { W: [[1, 2]], alpha: [] }))).toBe(
    'W has 1 row, expected 0 (length of alpha)',
  );
  expect(refusal(() => engine.certify(good, network, [1, 2]))).toBe('dual has 2 values, expected 3 (rows of X)');
  expect(refusal(() => engine.certify(good, network, [1, Number.NaN, 0]))).toBe(
    'dual[1] is nan, expected a finite number',
  );
  expect(refusal(() => engine.evaluate(good, undefined as never))).toBe('network is missing, expected an object');
  expect(refusal(() => engine.enumeratePatterns([]))).toBe('X is 0 x 0, expected at least 1 row and 1 column');
  expect(refusal(() => engine.enumeratePatterns(good.X, { biased: true } as never))).toBe(
    'unknown key "biased" in options, expected bias',
  );
  expect(refusal(() => engine.countPatterns(0, 2))).toBe('n is 0, expected a whole number from 1 to 20000');
  expect(refusal(() => engine.countPatterns(10, 1.5))).toBe('d is 1.5, expected a whole number');
  expect(refusal(() => engine.dataset('mnist' as never))).toBe(
    'name is "mnist", expected one of teaser, notebook, two-points, single-neuron, collinear, linear-teacher',
  );
  expect(refusal(() => engine.dataset('linear-teacher', -1))).toBe(
    'seed is -1, expected a whole number from 0 to 9007199254740991',
  );
  expect(refusal(() => engine.outputCurve(network, { from: 1, to: 0 }))).toBe(
    'range is from 1 to 0, expected finite from < to',
  );
  expect(refusal(() => engine.outputCurve({ W: [[1, 2, 3]], alpha: [1] }, { from: 0, to: 1 }))).toBe(
    'W has 3 columns, expected 2 (one input and the bias)',
  );
  expect(refusal(() => engine.activationPoints({ W: [[1]], alpha: [1] }))).toBe(
    'W has 1 column, expected 2 (one input and the bias)',
  );
});

test('numbers that only fit after losing digits are refused, not cut', () => {
  expect(refusal(() => engine.countPatterns(2 ** 32 + 5, 2))).toBe(
    'n is 4294967301, expected a whole number from 1 to 20000',
  );
  expect(engine.countPatterns(5, 2 ** 32 + 1)).toBe(32n);
});
