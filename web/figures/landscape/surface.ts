import type { CriticalSet, Landscape, LossPlane, Problem, WorkerEngine } from '../../engine/types.ts';
import { type Level, levelAreas } from '../../figure/drawing/contours.ts';

/** A value at which descent can come to rest, and the sets of minima that have it. */
export interface Minimum {
  readonly loss: number;
  readonly best: boolean;
  /** With a longer step the descent leaves all of these sets; NaN where the loss has a kink. */
  readonly stableStepSize: number;
}

/** The loss over the plane of the two neurons, and all that stays when only the start is moved. */
export interface Surface {
  /** The plane that is shown is [-reach, reach] squared. */
  readonly reach: number;
  readonly plane: LossPlane;
  readonly grid: Landscape;
  /** Areas above each level, lowest level first; traced when first asked for. */
  levels(): readonly Level[];
  /** The levels are equal steps of the root of what is above the lowest loss, the first of them half a step up. */
  readonly lowest: number;
  readonly rootStep: number;
  readonly critical: readonly CriticalSet[];
  /** Best first. */
  readonly minima: readonly Minimum[];
  /** Of the quadrant with these signs of w1 and w2: the pattern of each neuron. */
  readonly quadrants: readonly { signs: readonly [number, number]; patterns: readonly Uint8Array[] }[];
  /** Of the network without effect. */
  readonly zeroLoss: number;
}

/** Odd: the two lines on which one neuron is 0 are on the grid. */
export const SIDE = 141;
const LEVELS = 17;
/** How far the plane is shown grows in leaps, so that it does not swim under a point that is dragged. */
const REACHES = [1.5, 3, 4.5, 6, 9, 12, 18];

/** Values nearer than this share of the zero network's loss are the same. */
export const SAME = 1e-6;

/** Of each quadrant, as the engine's: the signs of both weights. On the lines between them the surface has creases. */
export const SIGNS = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
] as const;

export async function surfaceOf(engine: WorkerEngine, problem: Problem): Promise<Surface> {
  const [critical, plane] = await Promise.all([
    engine.criticalPoints(problem, { width: 2 }),
    engine.lossPlane({
      kind: 'parameters',
      network: { W: [[0], [0]], alpha: [1, 1] },
      u: { neuron: 0 },
      v: { neuron: 1 },
    }),
  ]);
  const reach = reachOf(critical);
  const range = [-reach, reach];
  const grid = await engine.landscape(problem, { plane, u: range, v: range, rows: SIDE, cols: SIDE, cells: true });
  const zeroLoss = grid.z[(grid.z.length - 1) / 2];
  const lowest = Math.min(...grid.z);
  const rootStep = Math.sqrt(Math.max(...grid.z) - lowest) / LEVELS;
  let levels: readonly Level[] | null = null;
  return {
    reach,
    plane,
    grid,
    levels: () => (levels ??= levelAreas(grid, levelValues(lowest, rootStep))),
    lowest,
    rootStep,
    critical,
    minima: minimaOf(critical, zeroLoss),
    quadrants: SIGNS.map((signs) => ({ signs, patterns: patternsAt(grid, signs, problem) })),
    zeroLoss,
  };
}

function reachOf(critical: readonly CriticalSet[]): number {
  const farthest = Math.max(...critical.flatMap(({ vertices }) => vertices.flatMap((at) => [...at].map(Math.abs))));
  return REACHES.find((reach) => reach >= 1.25 * farthest) ?? REACHES[REACHES.length - 1];
}

/** In equal steps of the root: over a bowl the lines are then equally far apart. */
const levelValues = (lowest: number, rootStep: number): number[] =>
  Array.from({ length: LEVELS }, (_, k) => lowest + ((k + 0.5) * rootStep) ** 2);

function minimaOf(critical: readonly CriticalSet[], zeroLoss: number): Minimum[] {
  const minima: Minimum[] = [];
  for (const { kind, loss, stableStepSize } of critical) {
    if (kind !== 'global-minimum' && kind !== 'local-minimum') continue;
    const known = minima.findIndex((minimum) => Math.abs(minimum.loss - loss) <= SAME * zeroLoss);
    if (known < 0) minima.push({ loss, best: kind === 'global-minimum', stableStepSize });
    else minima[known] = { ...minima[known], stableStepSize: larger(minima[known].stableStepSize, stableStepSize) };
  }
  return minima;
}

/** NaN says nothing. */
const larger = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b));

export const minimumWith = ({ minima, zeroLoss }: Pick<Surface, 'minima' | 'zeroLoss'>, loss: number): number =>
  minima.findIndex((minimum) => Math.abs(minimum.loss - loss) <= SAME * Math.max(zeroLoss, 1e-9));

function patternsAt({ cells, patterns }: Landscape, [a, b]: readonly [number, number], { y }: Problem): Uint8Array[] {
  if (!cells || !patterns) return [];
  const at = (sign: number): number => Math.round(((SIDE - 1) * (2 + sign)) / 4);
  const bits = patterns[cells[at(b) * SIDE + at(a)]];
  return [bits.subarray(0, y.length), bits.subarray(y.length)];
}
