import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';

test('every activation pattern is enumerated in any dimension, as many as Cover counts', async () => {
  const engine = await createEngine();
  const { X } = engine.dataset('linear-teacher', 1);
  for (const [n, d] of [
    [9, 2],
    [10, 3],
    [9, 4],
    [7, 5],
  ] as const) {
    const rows = Array.from({ length: n }, (_, i) => [...X.data.slice(i * X.cols, i * X.cols + d)]);
    for (const bias of [false, true]) {
      const set = engine.enumeratePatterns(rows, { bias });
      expect(set.coverCount).toBe(engine.countPatterns(n, bias ? d + 1 : d));
      expect(BigInt(set.count)).toBe(set.coverCount);
      expect(new Set(set.patterns.map(String)).size).toBe(set.count);
    }
  }
});

test('too many patterns to list are counted, and the listing is refused', async () => {
  const engine = await createEngine();
  const { X } = engine.dataset('linear-teacher', 1);
  expect(engine.countPatterns(100, 10)).toBe(3836629637040n);
  expect(() => engine.enumeratePatterns(X)).toThrow(
    'X is 100 x 10 and may have 3836629637040 patterns, expected at most 2000000 to enumerate',
  );
});

test('the patterns that a network has are those of its neurons, each once', async () => {
  const engine = await createEngine();
  const X = [
    [-1, 1],
    [0.5, 1],
    [2, 1],
  ];
  const { W, patterns, width, dimension } = engine.solve({ X, y: [1, -1, 2], lambda: 0.1 });
  expect(width).toBeGreaterThan(0);
  const own = engine.patternsOf(X, { data: W, rows: width, cols: dimension });
  expect(own.map(String).sort()).toEqual([...new Set(patterns.map(String))].sort());
  expect(
    engine.patternsOf(X, [
      [1, 0],
      [2, 0],
      [-1, 0],
    ]),
  ).toEqual([Uint8Array.of(0, 1, 1), Uint8Array.of(1, 0, 0)]);
  expect(() => engine.patternsOf(X, [[1, 0, 2]])).toThrow('a row of W has 3 values, expected 2 (columns of X)');
});
