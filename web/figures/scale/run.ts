import type { ActivationPoints, OutputCurve, TrainingEvent, TrainingView, WorkerEngine } from '../../engine/types.ts';
import { type Backdrop, column, VIEW } from './backdrop.ts';
import { filmOf, motionOf, OBSERVED } from './film.ts';
import { stepsOf } from './schedule.ts';

export const WIDTH = 1000;

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

const INPUTS = column(185, (k) => VIEW.from + (k / 184) * (VIEW.to - VIEW.from));
export async function runOf(engine: WorkerEngine, { problem, line }: Backdrop, start: Start): Promise<Run> {
  const settings = { ...start, width: WIDTH, events: true, filmBytes: 0 };
  const { trainer, view } = await engine.createTrainer(problem, settings, OBSERVED);
  const steps = stepsOf(start.scale);
  try {
    const views = await filmOf(trainer, view, steps);
    const moves = await motionOf(engine, views);
    const { events = [], message = '' } = await trainer.step(0, { events: 0, message: true });
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
      message,
      lazy: { x: INPUTS.data, y: lazy },
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
