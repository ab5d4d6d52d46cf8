import type { PlaneAnswer } from './plane-model.ts';

/** "1, 2 and 4", counted from 1. */
const listed = (points: readonly number[]): string => {
  const names = points.map((j) => String(j + 1));
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
};

/** Why points in the plane have fewer patterns than in general position. */
export const planeReasons = ({ together, lines }: PlaneAnswer): string[] => [
  ...together.map((points) => `Points ${listed(points)} are in one place and share a circle.`),
  ...lines.map(
    ({ points }) => `Points ${listed(points)} are on one line: their circles meet in the same two directions.`,
  ),
];
