import type { Problem, TrainingView, WorkerEngine } from '../../engine/types.ts';
import type { Pair } from './weights.ts';

/**
 * `'swinging'`: it jumps to and fro and the loss falls no more; `'jumping'`: the loss goes up and down; `'falling'`: it is still on
 * its way.
 */
export type End = 'converged' | 'silent' | 'diverged' | 'swinging' | 'jumping' | 'falling';

/** Gradient descent, step by step. */
export interface Descent {
  readonly w1: readonly number[];
  readonly w2: readonly number[];
  readonly loss: readonly number[];
  readonly last: Pair;
  readonly steps: number;
  readonly end: End;
}

/** Steps are asked for in batches without waiting for each. */
const BATCH = 48;
const MOST = 960;
/** The last steps, which tell how the descent goes on. */
const RECENT = 24;
/** Rounding is no change. */
const CHANGE = 1e-9;

/** Of the first layer, from a start; alpha stays 1. */
export async function descend(engine: WorkerEngine, problem: Problem, from: Pair, stepSize: number): Promise<Descent> {
  const settings = { W: from.map((w) => [w]), alpha: [1, 1], secondLayerRate: 0, stepSize };
  const { trainer, view } = await engine.createTrainer(problem, settings, { snapshot: true });
  const views = [view];
  try {
    while (views[views.length - 1].status === 'running' && views.length <= MOST) {
      const batch = Array.from({ length: BATCH }, () => trainer.step(1, { snapshot: true }));
      views.push(...upToEnd(await Promise.all(batch)));
    }
  } finally {
    trainer.dispose();
  }
  return told(views);
}

/** With the first at which the run is over, without those after it. */
function upToEnd(views: readonly TrainingView[]): readonly TrainingView[] {
  const over = views.findIndex(({ status }) => status !== 'running');
  return over < 0 ? views : views.slice(0, over + 1);
}

function told(views: readonly TrainingView[]): Descent {
  const weights = views.map(({ snapshot }) => snapshot?.W ?? new Float64Array(2));
  const [a, b] = weights[weights.length - 1];
  const loss = views.map((view) => view.loss);
  const { status, steps } = views[views.length - 1];
  return {
    w1: weights.map((w) => w[0]),
    w2: weights.map((w) => w[1]),
    loss,
    last: [a, b],
    steps,
    end: status === 'running' ? howItGoesOn(loss) : status,
  };
}

function howItGoesOn(loss: readonly number[]): End {
  const recent = loss.slice(-RECENT);
  if (recent.some((value, k) => k > 0 && value > recent[k - 1] * (1 + CHANGE))) return 'jumping';
  return recent[recent.length - 1] < recent[0] * (1 - CHANGE) ? 'falling' : 'swinging';
}
