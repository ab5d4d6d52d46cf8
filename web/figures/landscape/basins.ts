import type { BasinMap, Problem, WorkerEngine } from '../../engine/types.ts';
import { minimumWith, type Surface } from './surface.ts';

/** Where a start ends: the number of a minimum, or one of these. */
export const OTHER = -1;
export const UNSETTLED = -2;
export const DIVERGED = -3;

/** The kind of end of every start of a grid, and what share of the starts has each. */
export interface Basins {
  readonly kind: Int8Array;
  readonly side: number;
  readonly share: ReadonlyMap<number, number>;
}

const SIDE = 121;
/** Steps of each run. */
export const LONGEST = 1000;

export async function basinsOf(
  engine: WorkerEngine,
  problem: Problem,
  surface: Surface,
  stepSize: number,
): Promise<Basins> {
  const range = [-surface.reach, surface.reach];
  const grid = { plane: surface.plane, u: range, v: range, rows: SIDE, cols: SIDE };
  const map = await engine.basins(problem, { ...grid, layers: 'first', stepSize, maxSteps: LONGEST });
  const kind = kindsOf(map, surface);
  const share = new Map<number, number>();
  for (const k of kind) share.set(k, (share.get(k) ?? 0) + 1 / kind.length);
  return { kind, side: SIDE, share };
}

function kindsOf({ end, ends, status }: BasinMap, surface: Surface): Int8Array {
  const numbers = ends.map(({ loss }) => minimumWith(surface, loss));
  const ofRun = (run: number): number => {
    if (status[run] === 2) return DIVERGED;
    return status[run] === 1 ? UNSETTLED : (numbers[end[run]] ?? OTHER);
  };
  return Int8Array.from(end, (_, run) => ofRun(run));
}
