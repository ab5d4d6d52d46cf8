import type { ActivationPoints, OutputCurve, TrainingEvent, TrainingView, WorkerEngine } from '../../engine/types.ts';
import { type Backdrop, GRID, VIEW } from './backdrop.ts';
import { stepsOf } from './schedule.ts';

export const WIDTH = 1000;
/** Frames of a run, about. */
const FRAMES = 265;

export interface Frame {
  readonly step: number;
  readonly loss: number;
  readonly curve: OutputCurve;
  readonly neurons: ActivationPoints;
  /** Different activation patterns. */
  readonly patterns: number;
  /** Mean over the neurons since the frame before, for each step: radians turned, and growth of ln ||w||. */
  readonly turning: number;
  readonly growing: number;
  /** How far the weights are from the start, relative to their size there. */
  readonly moved: number;
  /** The largest distance between output and optimum from the first point to the last. */
  readonly off: number;
  /** Neurons whose pattern is not that of the start. */
  readonly changed: number;
}

/** One descent, frame by frame. */
export interface Run {
  readonly frames: readonly Frame[];
  /** Steps that were to be made; a run that diverges makes fewer. */
  readonly steps: number;
  readonly status: TrainingView['status'];
  readonly message: string;
  /** What a model that is linear in its weights around this start would predict. */
  readonly lazy: OutputCurve;
}

interface Start {
  readonly scale: number;
  readonly seed: number;
  readonly stepSize: number;
}

const INPUTS = Array.from({ length: 185 }, (_, k) => [VIEW.from + (k / 184) * (VIEW.to - VIEW.from)]);
const OBSERVED = {
  curve: VIEW,
  activationPoints: true,
  snapshot: true,
  uniquePatterns: true,
  message: true,
  predictions: GRID,
} as const;

type Observed = TrainingView & Required<Pick<TrainingView, 'curve' | 'activationPoints' | 'snapshot' | 'predictions'>>;

function seen(view: TrainingView): Observed {
  if (!view.curve || !view.activationPoints || !view.snapshot || !view.predictions)
    throw new Error('the run was to be observed');
  return view as Observed;
}

export async function runOf(engine: WorkerEngine, { problem, line }: Backdrop, start: Start): Promise<Run> {
  const settings = { ...start, width: WIDTH, events: true, filmBytes: 0 };
  const { trainer, view } = await engine.createTrainer(problem, settings, OBSERVED);
  const steps = stepsOf(start.scale);
  const stride = Math.ceil(steps / FRAMES);
  try {
    const views = [seen(view)];
    const moves = [{ turning: 0, growing: 0, moved: 0 }];
    for (let at = 0; at < steps && views[views.length - 1].status !== 'diverged'; ) {
      const before = views[views.length - 1];
      const next = seen(await trainer.step(Math.min(stride, steps - at), OBSERVED));
      at = next.steps;
      const made = Math.max(next.steps - before.steps, 1);
      const [move, whole] = await Promise.all([
        engine.motion(before.snapshot, next.snapshot),
        engine.motion(views[0].snapshot, next.snapshot),
      ]);
      moves.push({ turning: move.turning / made, growing: move.growing / made, moved: whole.distance });
      views.push(next);
    }
    const { events = [] } = await trainer.step(0, { events: 0 });
    const changed = changesOf(events);
    const lazy = await engine.lazyPredictions(problem, views[0].snapshot, INPUTS);
    return {
      frames: views.map((now, k) => ({
        step: now.steps,
        loss: now.loss,
        curve: now.curve,
        neurons: now.activationPoints,
        patterns: now.uniquePatterns ?? 0,
        ...moves[k],
        off: farthest(now.predictions, line),
        changed: changed(now.steps),
      })),
      steps,
      status: views[views.length - 1].status,
      message: views[views.length - 1].message ?? '',
      lazy: { x: Float64Array.from(INPUTS, ([x]) => x), y: lazy },
    };
  } finally {
    trainer.dispose();
  }
}

const farthest = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k])), 0);

/** How many neurons see other points than at the start; to be asked for ever later steps. */
function changesOf(events: readonly TrainingEvent[]): (step: number) => number {
  const flipped = new Map<number, Set<number>>();
  let k = 0;
  return (step) => {
    for (; k < events.length && events[k].step <= step; k++) {
      const { kind, neuron, other = -1 } = events[k];
      if (kind !== 'on' && kind !== 'off') continue;
      const points = flipped.get(neuron) ?? new Set<number>();
      if (!points.delete(other)) points.add(other);
      flipped.set(neuron, points);
    }
    return [...flipped.values()].filter(({ size }) => size > 0).length;
  };
}

/** The number of the frame at a part of the run. A run that diverged stays at its last one. */
export function frameAt({ frames, steps }: Run, t: number): number {
  const step = t * steps;
  const after = frames.findIndex((frame) => frame.step >= step - 0.5);
  return after < 0 ? frames.length - 1 : after;
}
