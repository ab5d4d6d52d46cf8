import type { Problem, WorkerEngine } from '../../engine/types.ts';
import { networkAt, type Pair } from './weights.ts';

/** A path to the optimum along which the loss never rises, or why there is none to show. */
export type Way =
  | {
      readonly found: true;
      /** The neurons with their output weights drawn into them: the same network in the plane where those are 1. */
      readonly w1: readonly number[];
      readonly w2: readonly number[];
      /** From there on an output weight is negative, and the path is not in the plane any more; the number of points before. */
      readonly inPlane: number;
      readonly t: Float64Array;
      readonly loss: Float64Array;
      /** False: it ends above the optimum. */
      readonly reached: boolean;
    }
  | { readonly found: false; readonly why: string };

const PLACES = 41;

export async function escapeFrom(engine: WorkerEngine, problem: Problem, from: Pair): Promise<Way> {
  try {
    const path = await engine.descentPath(problem, networkAt(from), { samples: 161 });
    const places = Array.from({ length: PLACES }, (_, k) => k / (PLACES - 1));
    const stops = [...new Set([...places, ...path.keyFrames.map(({ t }) => t)])].sort((a, b) => a - b);
    const networks = await Promise.all(stops.map((t) => engine.networkOnPath(path, t)));
    const shown = await Promise.all(networks.map((network) => engine.directions(network)));
    const away = networks.findIndex(({ alpha }, k) => alpha.some((a, i) => a < 0 && shown[k].weight[i] > 0));
    const { t, loss } = path.samples ?? { t: new Float64Array(), loss: new Float64Array() };
    return {
      found: true,
      w1: shown.map(({ direction, weight }) => direction[0] * weight[0]),
      w2: shown.map(({ direction, weight }) => direction[1] * weight[1]),
      inPlane: away < 0 ? stops.length : away,
      t,
      loss,
      reached: path.reached,
    };
  } catch (error) {
    if ((error as { kind?: unknown }).kind !== 'invalid-argument') throw error;
    return { found: false, why: (error as Error).message };
  }
}
