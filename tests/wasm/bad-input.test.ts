import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type Problem } from '../../web/engine/index.ts';
import { good, network, refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);

/** A pattern of the good problem's three points. */
const on = [1, 0, 1];

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
    ['loss unknown', { loss: 'median' }, 'loss is "median", expected one of sum, mean, half'],
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
  [{ patterns: 'some' }, 'patterns is "some", expected "all", "sampled" or an array of patterns'],
  [{ patterns: 3 }, 'patterns is 3, expected "all", "sampled" or an array of patterns'],
  [{ patterns: null }, 'patterns is null, expected "all", "sampled" or an array of patterns'],
  [{ patterns: [on, [1, 0]] }, 'patterns[1] has 2 values, expected 3 (rows of X)'],
  [{ patterns: [new Uint8Array(4)] }, 'patterns[0] has 4 values, expected 3 (rows of X)'],
  [{ patterns: [Uint8Array.from(on), new Uint8Array(4)] }, 'patterns[1] has 4 values, expected 3 (rows of X)'],
  [{ patterns: [Uint8Array.from(on), Uint8Array.of(1, 0, 2)] }, 'patterns[1][2] is 2, expected 0 or 1'],
  [{ patterns: [Uint8Array.from(on), [1, 0, 2]] }, 'patterns[1][2] is 2, expected 0 or 1'],
  [{ patterns: [[]] }, 'patterns[0] has 0 values, expected 3 (rows of X)'],
  [{ patterns: on }, 'patterns[0] is 1, expected an array of numbers'],
  [{ patterns: ['101'] }, 'patterns[0] is a string, expected an array of numbers'],
  [{ patterns: [on, [1, 0, 2]] }, 'patterns[1][2] is 2, expected 0 or 1'],
  [{ patterns: [[0.5, 0, 1]] }, 'patterns[0][0] is 0.5, expected 0 or 1'],
  [{ patterns: [[-1, 0, 1]] }, 'patterns[0][0] is -1, expected 0 or 1'],
  [{ patterns: [[1, Number.NaN, 1]] }, 'patterns[0][1] is nan, expected 0 or 1'],
  [{ patterns: [[1, true, 1]] }, 'patterns[0][1] is a boolean, expected a number'],
  [{ signs: 'plus' }, 'signs is "plus", expected "both" or an array of signs'],
  [{ signs: 1 }, 'signs is 1, expected "both" or an array of signs'],
  [{ signs: [1] }, 'signs has 1 value, expected "both" unless patterns are listed'],
  [{ signs: [] }, 'signs has 0 values, expected "both" unless patterns are listed'],
  [{ patterns: 'sampled', signs: [1, 1] }, 'signs has 2 values, expected "both" unless patterns are listed'],
  [{ patterns: [on], signs: [1, 1] }, 'signs has 2 values, expected 1 (number of patterns)'],
  [{ patterns: [on], signs: [] }, 'signs has 0 values, expected 1 (number of patterns)'],
  [{ patterns: [on, on], signs: new Int8Array([1, 0]) }, 'signs[1] is 0, expected 1 or -1'],
  [{ patterns: [on], signs: ['+'] }, 'signs[0] is a string, expected a number'],
  [{ solver: 1 }, 'solver is 1, expected a string'],
  [{ solver: 'exact', patterns: [on] }, 'solver is "exact", which is for patterns "all"'],
  [{ solver: 'exact', patterns: 'sampled' }, 'solver is "exact", which is for patterns "all"'],
  [{ count: 0 }, 'count is 0, expected a whole number from 1 to 10000000'],
  [{ patterns: 'sampled', count: 1e8 }, 'count is 100000000, expected a whole number from 1 to 10000000'],
  [{ count: 2.5 }, 'count is 2.5, expected a whole number'],
  [{ seed: -1 }, 'seed is -1, expected a whole number from 0 to 9007199254740991'],
  [
    { patterns: 'sampled', seed: 2 ** 53 },
    'seed is 9007199254740992, expected a whole number from 0 to 9007199254740991',
  ],
  [{ seed: '7' }, 'seed is a string, expected a number'],
  [{ patterns: [on], tolerance: 1 }, 'tolerance is 1, expected a number between 0 and 1'],
  [{ patterns: [on], maxIterations: 0 }, 'maxIterations is 0, expected a whole number from 1 to 1000000'],
  [{ patterns: [on], maxSeconds: 0 }, 'maxSeconds is 0, expected a number > 0'],
  [{ patterns: [on], warmStart: { W: [[1]], alpha: [1] } }, 'W has 1 column, expected 2 (columns of X, bias included)'],
  [{ warmStart: 3 }, 'warmStart is 3, expected an object'],
  [{ warmStart: { W: [[1, 2, 3]], alpha: [1] } }, 'W has 3 columns, expected 2 (columns of X, bias included)'],
  [{ warmStart: { W: [[1, 2]], alpha: [1, 2] } }, 'W has 1 row, expected 2 (length of alpha)'],
  [
    { tolerence: 1 },
    'unknown key "tolerence" in options, expected patterns, signs, solver, count, seed, tolerance, maxIterations, ' +
      'maxSeconds, warmStart',
  ],
])('solve refuses the options %j', (options, message) => {
  expect(refusal(() => engine.solve(good, options))).toBe(message);
  expect(refusal(() => engine.createSolver(good, options))).toBe(message);
});

test('an unknown solver is refused with the names of those that are known', () => {
  for (const refused of [
    refusal(() => engine.solve(good, { solver: 'magic' })),
    refusal(() => engine.createSolver(good, { solver: 'magic' })),
  ]) {
    const [, list = ''] = /^solver is "magic", expected one of ([a-z, -]+)$/.exec(refused) ?? [];
    const names = list.split(', ');
    // A solver added to the engine adds its name to the list, which therefore is not spelt out here.
    expect(names).toEqual([...new Set(names)]);
    expect(names[0]).toBe('auto');
    expect(names).toEqual(expect.arrayContaining(['exact', 'interior-point', 'augmented-lagrangian', 'active-sets']));
    for (const solver of names) expect(engine.solve(good, { solver }).status).toBe('optimal');
  }
});

test('options that are none are refused as such', () => {
  expect(refusal(() => engine.solve(good, null as never))).toBe('options is null, expected an object');
  expect(refusal(() => engine.solve(good, [] as never))).toBe('options is an array, expected an object');
  expect(refusal(() => engine.solve(good, 'exact' as never))).toBe('options is a string, expected an object');
});

test('a solve in slices refuses bad seconds, and is over when it is disposed of', () => {
  const solver = engine.createSolver(good, { patterns: [on] });
  expect(refusal(() => solver.advance(0))).toBe('seconds is 0, expected a number > 0');
  expect(refusal(() => solver.work(Number.NaN))).toBe('seconds is nan, expected a number > 0');
  expect(refusal(() => solver.advance('soon' as never))).toBe('seconds is a string, expected a number');
  solver.dispose();
  expect(refusal(() => solver.result())).toBe('this solver was disposed of');
});

test.each<[Record<string, unknown>, string]>([
  [{ theta: [1, 1, 1] }, 'unknown key "theta" in options, expected dual, patterns, signs'],
  [{ dual: [1, 2] }, 'dual has 2 values, expected 3 (rows of X)'],
  [{ dual: 'y' }, 'dual is a string, expected an array of numbers'],
  [{ dual: [1, Number.NaN, 0], patterns: [on] }, 'dual[1] is nan, expected a finite number'],
  [{ patterns: 'sampled' }, 'patterns is "sampled", expected "all" or an array of patterns'],
  [{ patterns: 'some' }, 'patterns is "some", expected "all", "sampled" or an array of patterns'],
  [{ patterns: [[1, 0]] }, 'patterns[0] has 2 values, expected 3 (rows of X)'],
  [{ patterns: [[1, 0, 3]] }, 'patterns[0][2] is 3, expected 0 or 1'],
  [{ signs: [1, 1] }, 'signs has 2 values, expected "both" unless patterns are listed'],
  [{ patterns: [on], signs: [] }, 'signs has 0 values, expected 1 (number of patterns)'],
  [{ patterns: [on], signs: [2] }, 'signs[0] is 2, expected 1 or -1'],
  [{ patterns: [on], signs: 'minus' }, 'signs is "minus", expected "both" or an array of signs'],
])('certify refuses the options %j', (options, message) => {
  expect(refusal(() => engine.certify(good, network, options))).toBe(message);
});

test('certify refuses options that are neither an object nor a dual point', () => {
  expect(refusal(() => engine.certify(good, network, null as never))).toBe('options is null, expected an object');
  expect(refusal(() => engine.certify(good, network, 3 as never))).toBe('options is 3, expected an object');
});

test.each<[Record<string, unknown>, string]>([
  [{ patterns: 'some' }, 'patterns is "some", expected "all", "sampled" or an array of patterns'],
  [{ patterns: [on, [1, 0]] }, 'patterns[1] has 2 values, expected 3 (rows of X)'],
  [{ patterns: [[1, 0, 2]] }, 'patterns[0][2] is 2, expected 0 or 1'],
  [{ count: 0 }, 'count is 0, expected a whole number from 1 to 10000000'],
  [{ seed: -1 }, 'seed is -1, expected a whole number from 0 to 9007199254740991'],
  [{ seed: 0.5 }, 'seed is 0.5, expected a whole number'],
  [{ tolerance: 0 }, 'tolerance is 0, expected a number between 0 and 1'],
  [{ maxIterations: 0 }, 'maxIterations is 0, expected a whole number from 1 to 1000000'],
  [{ maxSeconds: 0 }, 'maxSeconds is 0, expected a number > 0'],
  [
    { signs: 'both' },
    'unknown key "signs" in options, expected patterns, count, seed, tolerance, maxIterations, maxSeconds',
  ],
])('solveGated refuses the options %j', (options, message) => {
  expect(refusal(() => engine.solveGated(good, options))).toBe(message);
});

test('solveGated refuses bad problems, and one without weight decay', () => {
  expect(refusal(() => engine.solveGated(wrong({ y: [1, 2] })))).toBe('y has 2 values, expected 3 (rows of X)');
  expect(refusal(() => engine.solveGated({ ...good, lambda: 0 }))).toBe('lambda is 0, expected a finite number > 0');
});

test('certifyGated names what it refuses', () => {
  const gated = { V: [[1, 0.5]], gates: [on] };
  const changed = (change: object, options?: object) => () =>
    engine.certifyGated(good, { ...gated, ...change }, options);
  expect(refusal(changed({ V: undefined }))).toBe('V is missing, expected an array of rows or {data, rows, cols}');
  expect(refusal(changed({ gates: undefined }))).toBe('gates is missing, expected an array of patterns');
  expect(refusal(changed({ V: [[1, 2, 3]] }))).toBe('a row of V has 3 values, expected 2 (columns of X)');
  expect(refusal(changed({ V: [] }))).toBe('V has 0 values, expected 1 (number of gates)');
  expect(refusal(changed({ V: new Float64Array(3), gates: [on, on] }))).toBe(
    'V has 3 values, expected a multiple of 2 (number of gates)',
  );
  expect(refusal(changed({ V: [[1, Infinity]] }))).toBe('V[0][1] is inf, expected a finite number');
  expect(refusal(changed({ gates: [[1, 0]] }))).toBe('gates[0] has 2 values, expected 3 (rows of X)');
  expect(refusal(changed({ gates: [[1, 0, 7]] }))).toBe('gates[0][2] is 7, expected 0 or 1');
  expect(refusal(changed({}, { patterns: [[1, 0]] }))).toBe('patterns[0] has 2 values, expected 3 (rows of X)');
  expect(refusal(changed({}, { patterns: 'sampled' }))).toBe(
    'patterns is "sampled", expected "all" or an array of patterns',
  );
  expect(refusal(changed({}, { dual: [1] }))).toBe('dual has 1 value, expected 3 (rows of X)');
  expect(refusal(changed({}, { signs: [1] }))).toBe('unknown key "signs" in options, expected dual, patterns');
  expect(refusal(() => engine.certifyGated(good, undefined as never))).toBe('network is missing, expected an object');
});

test('samplePatterns and largestLambda name what they refuse', () => {
  const sample = (options: object) => () => engine.samplePatterns(good.X, options);
  expect(refusal(() => engine.samplePatterns([]))).toBe('X is 0 x 0, expected at least 1 row and 1 column');
  expect(refusal(() => engine.samplePatterns([[1], [Number.NaN]]))).toBe('X[1][0] is nan, expected a finite number');
  expect(refusal(sample({ count: 0 }))).toBe('count is 0, expected a whole number from 1 to 10000000');
  expect(refusal(sample({ count: 1.5 }))).toBe('count is 1.5, expected a whole number');
  expect(refusal(sample({ seed: -1 }))).toBe('seed is -1, expected a whole number from 0 to 9007199254740991');
  expect(refusal(sample({ bias: 1 }))).toBe('bias is 1, expected true or false');
  expect(refusal(sample({ draws: 1 }))).toBe('unknown key "draws" in options, expected bias, count, seed');
  expect(refusal(() => engine.largestLambda(undefined as never))).toBe('problem is missing, expected an object');
  expect(refusal(() => engine.largestLambda(wrong({ X: 'points' })))).toBe(
    'X is a string, expected an array of rows or {data, rows, cols}',
  );
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
  [{ optimizer: 'adam2' }, 'optimizer is "adam2", expected one of gd, momentum, nesterov, adam, adagrad, rmsprop, sgd'],
  [{ initialization: 'zeros' }, 'initialization is "zeros", expected one of normal, he, torch, balanced'],
  [{ W: [[1, 2]] }, 'W is given without alpha, expected both or neither'],
  [{ alpha: [1] }, 'alpha is given without W, expected both or neither'],
  [{ W: new Float64Array(5), alpha: [1, 2] }, 'W has 5 values, expected a multiple of 2 (length of alpha)'],
  [{ W: [[1, Number.NaN]], alpha: [1] }, 'W[0][1] is nan, expected a finite number'],
  [{ W: [], alpha: [] }, 'alpha has 0 values, expected at least 1 neuron'],
  [
    { step: 1 },
    'unknown key "step" in settings, expected width, initialization, scale, seed, optimizer, momentum, beta1, beta2, smoothing, epsilon, stepSize, firstLayerRate, secondLayerRate, batchSize, events, filmBytes, W, alpha',
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
