import { expect, test } from 'vitest';
import { namedAt, numbersOf } from '../../../../web/figure/words/point-names.ts';

const at = (...xs: number[]) => xs.map((x) => ({ x, y: 0 }));

test('points that are apart have their own names', () => {
  expect(namedAt(at(0, 20, 40), 7)).toEqual([[0], [1], [2]]);
});

test('points in one place are named together, at the first of them', () => {
  const named = namedAt(at(30, 0, 30, 31), 7);
  expect(named).toEqual([[0, 2, 3], [1], [], []]);
  expect(named.map(numbersOf)).toEqual(['1, 3, 4', '2', '', '']);
});

test('so are points whose names would cover each other, but not above each other', () => {
  expect(namedAt(at(0, 8), 7)).toEqual([[0, 1], []]);
  expect(
    namedAt(
      [
        { x: 0, y: 0 },
        { x: 0, y: 15 },
      ],
      7,
    ),
  ).toEqual([[0], [1]]);
});
