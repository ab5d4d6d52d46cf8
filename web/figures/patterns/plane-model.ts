import type { Network, WorkerEngine } from '../../engine/types.ts';
import { type Field, listOf, number, record } from '../../figure/fields.ts';
import { type GreatCircles, greatCircles, type PlanePoint } from './great-circles.ts';
import { HOME, STEEPEST, type Turn, type Vector } from './orbit.ts';
import { cellOf, type Patterned } from './patterned.ts';

/** What the reader has set: the points, the direction of the neuron, a unit vector, and from where the sphere is looked at. */
export interface PlaneState {
  readonly points: readonly PlanePoint[];
  readonly w: Vector;
  readonly turn: Turn;
}

export interface PlaneAnswer extends Patterned, GreatCircles {
  /** Inside each cell, unit vectors. */
  readonly directions: readonly Vector[];
  /** w1 x1 + w2 x2 + w3 at CORNERS. */
  readonly corners: Float64Array;
}

/** The features go from -SIDE to SIDE. */
export const SIDE = 1;
export const FEWEST = 1;
export const MOST = 6;
/** What an arrow key moves. */
export const GRID = 0.05;
export const CORNERS: readonly PlanePoint[] = [
  [-SIDE, -SIDE],
  [SIDE, -SIDE],
  [SIDE, SIDE],
  [-SIDE, SIDE],
];

const unit = ([x, y, z]: Vector): Vector => {
  const size = Math.hypot(x, y, z) || 1;
  return [x / size, y / size, z / size];
};

const coordinate = number({ start: 0, min: -SIDE, max: SIDE });
const point = listOf(coordinate, { start: [], least: 2, most: 2 });
/** Of a unit vector, give or take its rounding. */
const component = number({ start: 0, min: -1.001, max: 1.001 });
export const field = record<PlaneState>(
  {
    points: listOf(point, {
      start: [
        [-0.65, 0.35],
        [0.2, 0.7],
        [0.6, -0.15],
        [-0.25, -0.6],
      ],
      least: FEWEST,
      most: MOST,
    }) as unknown as Field<readonly PlanePoint[]>,
    w: listOf(component, { start: unit([0.4, -0.88, -0.2]), least: 3, most: 3 }) as unknown as Field<Vector>,
    // Turning the sphere asks nothing of the engine.
    turn: {
      ...record<Turn>({
        yaw: number({ start: HOME.yaw, min: -4, max: 4 }),
        tilt: number({ start: HOME.tilt, min: -STEEPEST, max: STEEPEST }),
      }),
      looks: true,
    },
  },
  (state) => ({ ...state, w: unit(state.w) }),
);
export const { start } = field;

/** max(0, z) - max(0, -z) = z: two neurons that show what one computes before it cuts. */
const uncut = (w: Vector): Network => ({ W: [w, w.map((x) => -x)], alpha: [1, -1] });

export async function compute(engine: WorkerEngine, { points, w }: PlaneState): Promise<PlaneAnswer> {
  const bias = { bias: true };
  const [set, general, seen, corners] = await Promise.all([
    engine.enumeratePatterns(points, bias),
    engine.countPatterns(points.length, 3),
    engine.predict({ W: [w], alpha: [1] }, points, bias),
    engine.predict(uncut(w), CORNERS, bias),
  ]);
  const pattern = Uint8Array.from(seen, (value) => Number(value > 0));
  const directions = set.patterns.map((_, k) => {
    const [x, y, z] = set.directions.subarray(3 * k, 3 * k + 3);
    return unit([x, y, z]);
  });
  const circles = await greatCircles(engine, points, set);
  return { set, general, pattern, cell: cellOf(set, pattern), corners, directions, ...circles };
}

const inside = (x: number): number => coordinate.clamp(x);
const rounded = ([x, y]: PlanePoint, places: number): PlanePoint => [
  inside(Math.round(x * places) / places),
  inside(Math.round(y * places) / places),
];
const distance = (p: PlanePoint, q: PlanePoint): number => Math.hypot(p[0] - q[0], p[1] - q[1]);

/** The nearest place to this on a line through two of the points. */
function onLine(points: readonly PlanePoint[], at: PlanePoint): PlanePoint | null {
  let best: PlanePoint | null = null;
  for (const [i, p] of points.entries()) {
    for (const q of points.slice(i + 1)) {
      const length = distance(p, q);
      if (length === 0) continue;
      const [x, y] = [(q[0] - p[0]) / length, (q[1] - p[1]) / length];
      const along = (at[0] - p[0]) * x + (at[1] - p[1]) * y;
      const foot: PlanePoint = [p[0] + along * x, p[1] + along * y];
      if (Math.abs(foot[0]) > SIDE || Math.abs(foot[1]) > SIDE) continue;
      if (!best || distance(foot, at) < distance(best, at)) best = foot;
    }
  }
  return best;
}

/** Within `reach` of a line through two others, or twice that of another point, it is taken to be exactly there. */
export function movePoint({ points }: PlaneState, index: number, to: PlanePoint, reach: number): Partial<PlaneState> {
  const others = points.filter((_, j) => j !== index);
  const foot = onLine(others, to);
  const place =
    others.find((p) => distance(p, to) < 2 * reach) ?? (foot && distance(foot, to) < reach ? foot : rounded(to, 200));
  return { points: points.map((p, j) => (j === index ? place : p)) };
}

/** To the grid that the keys move on. */
export const stepPoint = ({ points }: PlaneState, index: number, to: PlanePoint): Partial<PlaneState> => ({
  points: points.map((p, j) => (j === index ? rounded(to, 1 / GRID) : p)),
});

const SPARE: readonly PlanePoint[] = [
  [0.75, 0.5],
  [-0.75, -0.3],
  [0.35, -0.75],
  [-0.3, 0.8],
  [0.05, 0.1],
  [-0.85, 0.75],
  [0.8, -0.7],
];

/** At the spare place that is furthest from all. */
export function addPoint({ points }: PlaneState): Partial<PlaneState> {
  if (points.length >= MOST) return {};
  const room = (spare: PlanePoint): number => Math.min(...points.map((p) => distance(p, spare)));
  return { points: [...points, SPARE.reduce((best, spare) => (room(spare) > room(best) ? spare : best))] };
}

export const removePoint = ({ points }: PlaneState): Partial<PlaneState> =>
  points.length > FEWEST ? { points: points.slice(0, -1) } : {};
