import type { Position } from '../controls/drag.ts';

/** Of a line of names, pixels. */
const LINE = 14;

/**
 * Points in one place, or so near that their names would cover each other, are named together at the first of them, as
 * "1, 2". For each point the ones that are named there: none when it is named at another.
 */
export function namedAt(places: readonly Position[], nameWidth: number): readonly (readonly number[])[] {
  const named: number[][] = places.map(() => []);
  places.forEach(({ x, y }, j) => {
    const first = places.findIndex((other, i) => {
      const count = named[i].length;
      const room = nameWidth * (2 * count - 1) + 2; // a comma with its space is about as wide as a name
      return i < j && count > 0 && Math.abs(other.x - x) < room && Math.abs(other.y - y) < LINE;
    });
    named[first < 0 ? j : first].push(j);
  });
  return named;
}

/** Of the numbers of points, pixels. */
export const NUMBER = 7;

/** Their numbers, counted from 1. */
export const numbersOf = (points: readonly number[]): string => points.map((j) => j + 1).join(', ');
