import { expect, test } from 'vitest';
import { scaleLinear, scaleLog } from '../../web/lib/scale.ts';

test('a linear scale maps values to pixels and back', () => {
  const y = scaleLinear([-1, 3], [200, 0]);
  expect([-1, 0, 3, 5].map(y)).toEqual([200, 150, 0, -100]);
  expect(y.invert(50)).toBe(2);
  expect(y.domain()).toEqual([-1, 3]);
  expect(y.range()).toEqual([200, 0]);
});

test('ticks are round numbers of the domain', () => {
  expect(scaleLinear([-1, 1], [0, 10]).ticks(4)).toEqual([-1, -0.5, 0, 0.5, 1]);
});

test('a clamped scale stays within its ends, both ways', () => {
  const x = scaleLinear([0, 1], [10, 20]).clamp(true);
  expect([-1, 0.5, 2].map(x)).toEqual([10, 15, 20]);
  expect([0, 15, 30].map(x.invert)).toEqual([0, 0.5, 1]);
});

test('a domain or a range without extent is no division by zero', () => {
  expect(scaleLinear([2, 2], [0, 10])(2)).toBe(5);
  expect(scaleLinear([0, 10], [3, 3]).invert(3)).toBe(5);
});

test('a logarithmic scale spaces ratios evenly', () => {
  const x = scaleLog([1e-4, 1], [0, 80]);
  expect(x(1e-2)).toBeCloseTo(40, 12);
  expect(x.invert(60)).toBeCloseTo(0.1, 12);
});
