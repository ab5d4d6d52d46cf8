import type { Directions, WorkerEngine } from '../../engine/types.ts';
import { listOf, number, seed, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';
import { type Prophecy, problemOf, prophecyOf } from './prophecy.ts';

/** What the reader has set: the label of each direction, the draw of the start, and which part of the run has passed. */
export interface State {
  readonly labels: readonly number[];
  readonly draw: number;
  /** From 0, the start, to 1, the end of the run. */
  readonly t: number;
}

export interface Frame {
  readonly step: number;
  readonly loss: number;
  readonly output: Float64Array;
  readonly neurons: Directions;
  /** Radians between each neuron and the two directions that are predicted, that of the positive labels and that of the negative ones. */
  readonly toPositive: Float64Array;
  readonly toNegative: Float64Array;
}

export interface Answer {
  readonly prophecy: Prophecy;
  readonly frames: readonly Frame[];
  readonly steps: number;
}

export const LABELS = [1, 0.8, 0.6, -0.9, -0.4, -0.3] as const;
export const N = LABELS.length;
export const WIDTH = 60;
export const MOST = 1.5;
const SCALE = 1e-6;
const STEP_SIZE = 0.05;
const FRAMES = 200;
/** A neuron of the slower sign grows to about one in this many times its growth a step; as far as a reader waits. */
const GROWTHS = 17;
const LONGEST = 4000;

export const labelField = number({ start: 0, min: -MOST, max: MOST });
export const table = stateTable<State>({
  labels: listOf(labelField, { start: LABELS, least: N, most: N }),
  draw: seed(3),
  t: number({ start: 0.6, min: 0, max: 1, looks: true, label: 'Part of the run' }),
});

export function orthogonalModel(engine: WorkerEngine): (state: State) => Promise<Answer> {
  const run = remembered(async ({ labels, draw }: { labels: readonly number[]; draw: number }) => {
    const prophecy = await prophecyOf(engine, labels);
    return train(engine, prophecy, labels, draw);
  });
  return ({ labels, draw }) => run({ labels, draw });
}

/** As many steps as the slower sign needs, in fifties; none is slower than a reader waits for. */
function stepsFor({ rates }: Prophecy): number {
  const slowest = Math.min(...rates.filter((rate) => rate > 0));
  const wanted = GROWTHS / (STEP_SIZE * slowest);
  return Number.isFinite(wanted) ? Math.min(50 * Math.ceil(wanted / 50), LONGEST) : 1000;
}

const OBSERVED = { evaluation: true, directions: true } as const;

async function train(
  engine: WorkerEngine,
  prophecy: Prophecy,
  labels: readonly number[],
  draw: number,
): Promise<Answer> {
  const steps = stepsFor(prophecy);
  const stride = Math.ceil(steps / FRAMES);
  const settings = { width: WIDTH, scale: SCALE, seed: draw, stepSize: STEP_SIZE };
  const { trainer, view } = await engine.createTrainer(problemOf(labels), settings, OBSERVED);
  const views = [view];
  while (views[views.length - 1].steps < steps)
    views.push(await trainer.step(Math.min(stride, steps - views[views.length - 1].steps), OBSERVED));
  trainer.dispose();
  const seen = views.map(({ steps: step, loss, evaluation, directions }) => {
    if (!evaluation || !directions) throw new Error('the run was to be observed');
    return { step, loss, output: evaluation.predictions, neurons: directions };
  });
  const [toPositive, toNegative] = await Promise.all(
    prophecy.directions.map((direction) => anglesTo(engine, direction, seen)),
  );
  const frames = seen.map((frame, k) => ({
    ...frame,
    toPositive: toPositive.subarray(k * WIDTH, (k + 1) * WIDTH),
    toNegative: toNegative.subarray(k * WIDTH, (k + 1) * WIDTH),
  }));
  return { prophecy, frames, steps };
}

/** Of the neurons of all frames, one after the other. Where no label has a sign there is no direction, and all are at right angles to it. */
async function anglesTo(
  engine: WorkerEngine,
  direction: Float64Array | null,
  frames: readonly { neurons: Directions }[],
): Promise<Float64Array> {
  const rows = frames.length * WIDTH;
  if (!direction) return new Float64Array(rows).fill(Math.PI / 2);
  const all = new Float64Array(rows * N);
  for (const [k, { neurons }] of frames.entries()) all.set(neurons.direction, k * WIDTH * N);
  const target = Float64Array.from(all, (_, k) => direction[k % N]);
  const alpha = new Float64Array(rows).fill(1);
  const networkOf = (data: Float64Array) => ({ W: { data, rows, cols: N }, alpha });
  return (await engine.motion(networkOf(target), networkOf(all))).angle;
}

/** The frame at a part of the run. */
export const frameAt = ({ frames }: Answer, t: number): Frame => frames[Math.round(t * (frames.length - 1))];
