import type { TrainingView, WorkerEngine, WorkerTrainer } from '../../engine/types.ts';
import { GRID, VIEW } from './backdrop.ts';

/** Frames of a run, about. */
const FRAMES = 265;
export const OBSERVED = {
  curve: VIEW,
  activationPoints: true,
  snapshot: true,
  uniquePatterns: true,
  predictions: GRID,
} as const;

export type Observed = TrainingView &
  Required<Pick<TrainingView, 'curve' | 'activationPoints' | 'snapshot' | 'predictions'>>;

function seen(view: TrainingView): Observed {
  if (!view.curve || !view.activationPoints || !view.snapshot || !view.predictions)
    throw new Error('the run was to be observed');
  return view as Observed;
}

/** Several questions are on their way at once: with a thousand neurons what takes time is the way and not the answer. */
const AT_ONCE = 16;

async function inBatches<Item, Result>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let k = 0; k < items.length; k += AT_ONCE)
    results.push(...(await Promise.all(items.slice(k, k + AT_ONCE).map(ask))));
  return results;
}

/** The run as it was seen, from its start to its end or to where it diverged. */
export async function filmOf(trainer: WorkerTrainer, first: TrainingView, steps: number): Promise<Observed[]> {
  const stride = Math.ceil(steps / FRAMES);
  const strides = Array.from({ length: Math.ceil(steps / stride) }, (_, k) => Math.min(stride, steps - k * stride));
  const views = [first, ...(await inBatches(strides, (made) => trainer.step(made, OBSERVED)))].map(seen);
  return views.filter(({ steps: at }, k) => k === 0 || at > views[k - 1].steps);
}

/** How the neurons moved up to each frame: since the one before, for each step, and since the start. */
export async function motionOf(engine: WorkerEngine, views: readonly Observed[]) {
  return inBatches([...views.keys()], async (k) => {
    const [start, before, now] = [views[0], views[Math.max(k - 1, 0)], views[k]];
    const [move, whole] = await Promise.all([
      engine.motion(before.snapshot, now.snapshot),
      engine.motion(start.snapshot, now.snapshot),
    ]);
    const made = Math.max(now.steps - before.steps, 1);
    return { turning: move.turning / made, growing: move.growing / made, moved: whole.distance };
  });
}
