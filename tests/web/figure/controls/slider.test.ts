import { expect, test } from 'vitest';
import { neighbouringValue, positionOf, type Range, valueAt } from '../../../../web/figure/controls/slider.ts';

const ranges: Range[] = [
  { min: 1e-6, max: 1e-1, log: true },
  { min: 1, max: 1000, log: true, whole: true },
  { min: 0, max: 2.5 },
];

test.each(ranges)('the ends of a range are reached: %o', (range) => {
  expect(valueAt(0, range)).toBe(range.min);
  expect(valueAt(120, range)).toBe(range.max);
});

test('a value comes back from its position, to the two digits a thumb can choose', () => {
  for (let position = 0; position <= 120; position += 7) {
    const value = valueAt(position, ranges[0]);
    expect(valueAt(positionOf(value, ranges[0]), ranges[0]) / value).toBeCloseTo(1, 0);
  }
});

test('whole numbers are whole', () => {
  for (let position = 0; position <= 120; position++) expect(valueAt(position, ranges[1]) % 1).toBe(0);
});

test('arrow keys visit every small whole number and then arrive at the end', () => {
  const visited = [1];
  for (let k = 0; k < 200; k++) visited.push(neighbouringValue(visited[k], 1, ranges[1]));
  expect(visited.slice(0, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(visited.at(-1)).toBe(1000);
  expect(neighbouringValue(1, -1, ranges[1])).toBe(1);
});
