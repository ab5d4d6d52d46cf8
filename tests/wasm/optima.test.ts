import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '../../web/build/root.mjs';
import { createEngine, type Engine, type Problem } from '../../web/engine/index.ts';
import { good, refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);

function teaser(lambda: number): Problem {
  const { X, y, bias } = engine.dataset('teaser');
  return { X, y, lambda, bias, loss: 'mean' };
}

interface Ranges extends Problem {
  name: string;
  X: number[][];
  at: number[][];
  directions: number;
  rank: number;
  low: number[];
  high: number[];
}
const references: Ranges[] = JSON.parse(readFileSync(inRoot('tests/reference/optima/ranges.json'), 'utf8'));

describe('optimalSet', () => {
  test.each([
    [1e-5, 16, 10, 176],
    [1e-4, 16, 10, 170],
    [3e-4, 16, 10, 117],
    [5e-4, 8, 8, 1],
    [1e-3, 4, 4, 1],
    [3e-3, 1, 1, 1],
  ])(
    'at weight decay %d the opening data have %d directions of rank %d and %d corners',
    (lambda, directions, rank, corners) => {
      const problem = teaser(lambda);
      const set = engine.optimalSet(problem);
      expect(set).toMatchObject({ rank, dimension: directions - rank, complete: true, level: 2 * lambda });
      expect([set.directions.rows, set.corners.rows]).toEqual([directions, corners]);
      expect(set.gap).toBeLessThan(1e-11 * set.objective);
      for (let k = 0; k < corners; k++) {
        const c = set.corners.data.subarray(k * directions, (k + 1) * directions);
        const network = engine.optimalNetwork(set, c);
        expect(network.width).toBe(rank);
        const { objective, predictions } = engine.evaluate(problem, network);
        expect(Math.abs(objective - set.objective)).toBeLessThan(1e-9 * set.objective);
        for (const [j, f] of predictions.entries()) expect(f).toBeCloseTo(set.outputs[j]!, 9);
      }
      expect(engine.evaluate(problem, engine.optimalNetwork(set, set.interior)).objective).toBeCloseTo(
        set.objective,
        11,
      );
    },
  );

  test.each(references.map((reference) => [reference.name, reference] as const))(
    '%s: the range of outputs is that of scipy',
    (_, { X, y, lambda, loss, at, directions, rank, low, high }) => {
      const set = engine.optimalSet({ X, y, lambda, loss });
      expect([set.directions.rows, set.rank]).toEqual([directions, rank]);
      const range = engine.outputRange(set, at);
      for (const [k, value] of range.low.entries()) expect(value).toBeCloseTo(low[k]!, 6);
      for (const [k, value] of range.high.entries()) expect(value).toBeCloseTo(high[k]!, 6);
      expect(range.difference).toBeCloseTo(range.high[range.at]! - range.low[range.at]!, 12);
    },
  );

  test('the walk and the map lead to optimal networks, which stay within the range', () => {
    const { X, y, lambda, loss, at } = references.find(({ name }) => name.startsWith('3'))!;
    const problem = { X, y, lambda, loss };
    const set = engine.optimalSet(problem);
    const { low, high } = engine.outputRange(set, at);
    const places = [
      ...[0, 0.5, 1, 2.25, 1e6].map((t) => engine.optimumOnWalk(set, t)),
      ...[
        [0, 0],
        [0.3, -0.2],
        [2, 2],
        [-1, 0.1],
      ].map(([u, v]) => engine.optimumAtPlace(set, u!, v!)),
    ];
    for (const place of places) {
      expect(engine.evaluate(problem, place).objective).toBeCloseTo(set.objective, 10);
      for (const [k, f] of engine.predict(place, at).entries()) {
        expect(f).toBeGreaterThan(low[k]! - 1e-9);
        expect(f).toBeLessThan(high[k]! + 1e-9);
      }
    }
    expect([...engine.optimumOnWalk(set, 1).weights]).toEqual([
      ...set.corners.data.subarray(set.walk[1]! * 6, set.walk[1]! * 6 + 6),
    ]);
  });

  test('refuses by name what it cannot answer', () => {
    expect(refusal(() => engine.optimalSet({ ...good, lambda: 0 }))).toMatch(
      /^lambda is 0, expected a number > 0: without/,
    );
    expect(refusal(() => engine.optimalSet(good, { maxCorners: 0 }))).toBe(
      'maxCorners is 0, expected a whole number from 1 to 100000',
    );
    expect(refusal(() => engine.optimalSet(good, { touching: 0 }))).toBe(
      'touching is 0, expected a number between 0 and 1',
    );
    expect(refusal(() => engine.optimalSet(good, { corners: 3 } as object))).toBe(
      'unknown key "corners" in options, expected tolerance, touching, maxCorners, maxSeconds, warmStart',
    );
    const X = Array.from({ length: 100 }, (_, j) => Array.from({ length: 10 }, (__, i) => Math.sin(1 + 7 * j * i + j)));
    expect(refusal(() => engine.optimalSet({ X, y: X.map(([x]) => x!), lambda: 1 }))).toMatch(
      /^X is 100 x 10 \(bias included\): there may be more than 20000 activation patterns/,
    );
    const set = engine.optimalSet(teaser(1e-4));
    expect(refusal(() => engine.optimalNetwork(set, [1, 2, 3]))).toBe(
      'c has 3 values, expected 16 (directions of set)',
    );
    expect(refusal(() => engine.optimalNetwork(set, new Float64Array(16)))).toMatch(/^the network of c is not optimal/);
    expect(refusal(() => engine.optimalNetwork(set, new Float64Array(16).fill(-1)))).toBe(
      'c[0] is -1, expected a finite number >= 0',
    );
    expect(refusal(() => engine.outputRange(set, [[1, 2, 3]]))).toBe(
      "X has 3 columns (bias included), expected 2 (columns of the set's directions)",
    );
    expect(refusal(() => engine.optimumOnWalk(set, -1))).toBe('t is -1, expected a finite number >= 0');
    expect(
      refusal(() => engine.optimumOnWalk({ ...set, places: { ...set.places, data: new Float64Array(2), rows: 1 } }, 0)),
    ).toBe('set.places is 1 x 2, expected 170 x 2 (rows of set.corners)');
    expect(refusal(() => engine.outputRange({} as typeof set, [[1, 2]]))).toMatch(
      /^set\.directions is missing, expected/,
    );
  });
});

describe('a set that is not what it was', () => {
  test('is refused by name, wherever it is used', () => {
    const set = engine.optimalSet(teaser(1e-4));
    const nan = (matrix: { data: Float64Array; rows: number; cols: number }) => ({
      ...matrix,
      data: matrix.data.map(() => Number.NaN),
    });
    for (const [change, words] of [
      [{ signs: new Int8Array(0) }, 'set.signs has 0 values, expected 16 (rows of set.directions)'],
      [
        { features: { data: new Float64Array(16), rows: 1, cols: 16 } },
        'a column of set.features has 1 value, expected 10 (length of set.outputs)',
      ],
      [
        { features: { data: new Float64Array(0), rows: 0, cols: 16 }, outputs: new Float64Array(0) },
        'set.outputs has 0 values',
      ],
      [{ features: nan(set.features) }, 'set.features[0][0] is nan, expected a finite number'],
      [{ directions: nan(set.directions) }, 'set.directions[0][0] is nan, expected a finite number'],
      [{ corners: nan(set.corners) }, 'set.corners[0][0] is nan, expected a finite number'],
      [{ outputs: set.outputs.map(() => 1) }, 'set.corners[0] is not one of the set'],
    ] as const) {
      const changed = { ...set, ...change } as unknown as typeof set;
      for (const use of [
        () => engine.optimalNetwork(changed, set.interior),
        () => engine.outputRange(changed, [[0]], { bias: true }),
        () => engine.optimumOnWalk(changed, 1),
        () => engine.optimumAtPlace(changed, 0.1, 0.1),
      ])
        expect(refusal(use)).toContain(words);
    }
  });

  test('is not complete where a limit has cut the solve short, and the engine goes on', () => {
    const set = engine.optimalSet({ X: [[1]], y: [0], lambda: 0.01 }, { maxSeconds: 1e-9 });
    expect(set.corners.rows).toBe(1);
    for (const maxSeconds of [1e-9, 1e-5, 1e-4]) {
      const cut = engine.optimalSet(teaser(1e-4), { maxSeconds });
      expect(cut.corners.rows).toBeGreaterThan(0);
      if (cut.status !== 'optimal' && cut.status !== 'stalled') expect(cut.complete).toBe(false);
    }
    expect(engine.optimalSet(teaser(1e-3)).corners.rows).toBe(1);
  });
});
