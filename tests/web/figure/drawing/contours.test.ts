import { expect, test } from 'vitest';
import {
  geometricLevels,
  levelAreas,
  levelLines,
  quantileLevels,
  type ValueGrid,
} from '../../../../web/figure/drawing/contours.ts';

function gridOf(f: (u: number, v: number) => number, rows: number, cols: number): ValueGrid {
  const steps = (from: number, to: number, count: number) =>
    Float64Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
  const [u, v] = [steps(-2, 2, cols), steps(-1, 3, rows)];
  const z = Float64Array.from({ length: rows * cols }, (_, k) => f(u[k % cols]!, v[Math.floor(k / cols)]!));
  return { z, rows, cols, u, v };
}

const points = (line: Float64Array) =>
  Array.from({ length: line.length / 2 }, (_, k) => [line[2 * k]!, line[2 * k + 1]!]);

test('a level line inside the grid is closed and lies on the level', () => {
  const [level] = levelLines(
    gridOf((u, v) => u * u + (v - 1) ** 2, 200, 100),
    [1],
  );
  expect(level!.value).toBe(1);
  expect(level!.lines).toHaveLength(1);
  const circle = points(level!.lines[0]!);
  expect(circle[0]).toEqual(circle.at(-1));
  for (const [u, v] of circle) expect(Math.hypot(u!, v! - 1)).toBeCloseTo(1, 3);
});

test('a level line that leaves the grid ends at its border', () => {
  const [level] = levelLines(
    gridOf((u, v) => u + v, 50, 40),
    [0.3],
  );
  expect(level!.lines).toHaveLength(1);
  const line = points(level!.lines[0]!);
  for (const [u, v] of line) expect(u! + v!).toBeCloseTo(0.3, 12);
  const ends = [line[0]!, line.at(-1)!].sort((a, b) => a[0]! - b[0]!);
  expect(ends[0]![0]).toBeCloseTo(-2, 12);
  expect(ends[1]![1]).toBeCloseTo(-1, 12);
});

test('several levels, one of which the grid does not reach', () => {
  const levels = levelLines(
    gridOf((u, v) => u * u - v * v, 60, 60),
    [-100, 1, 2],
  );
  expect(levels.map(({ lines }) => lines.length)).toEqual([0, 2, 2]);
});

test('rows that are not done have no lines', () => {
  const grid = gridOf((u) => u, 10, 10);
  const half = { ...grid, z: grid.z.map((z, k) => (k < 50 ? z : Number.NaN)), rowsDone: 5 };
  const [level] = levelLines(half, [0.1]);
  const line = points(level!.lines[0]!);
  expect(level!.lines).toHaveLength(1);
  expect(Math.max(...line.map(([, v]) => v!))).toBeCloseTo(grid.v[4]!, 12);
  expect(levelLines({ ...half, rowsDone: 0 }, [0.1])).toEqual([{ value: 0.1, lines: [] }]);
});

test('geometric levels are dense above the least value', () => {
  const levels = geometricLevels(Float64Array.of(1, 5, 11, Number.NaN, Number.POSITIVE_INFINITY), 4, 2);
  expect(levels).toHaveLength(4);
  levels.forEach((level, k) => {
    expect(level - 1).toBeCloseTo(10 * 10 ** ((-2 * (4 - k)) / 4), 12);
  });
  expect(geometricLevels(Float64Array.of(3, 3), 5)).toEqual([]);
});

test('between quantile levels lie equal shares', () => {
  const z = Float64Array.from({ length: 40_000 }, (_, k) => (k / 40_000) ** 2);
  const levels = quantileLevels(z, 3);
  [0.25, 0.5, 0.75].forEach((share, k) => {
    expect(levels[k]).toBeCloseTo(share ** 2, 3);
  });
  expect(quantileLevels(Float64Array.of(1, 1, 1), 3)).toEqual([1]);
  expect(quantileLevels(new Float64Array(0), 3)).toEqual([]);
});

test('an area above a level is closed half a step outside the grid', () => {
  const grid = gridOf((u, v) => u + v, 51, 41);
  const [level] = levelAreas(grid, [0.3]);
  expect(level!.lines).toHaveLength(1);
  const ring = points(level!.lines[0]!);
  expect(ring[0]).toEqual(ring.at(-1));
  expect(Math.max(...ring.map(([u]) => u!))).toBeCloseTo(2 + 0.05, 12);
  expect(Math.max(...ring.map(([, v]) => v!))).toBeCloseTo(3 + 0.04, 12);
});
