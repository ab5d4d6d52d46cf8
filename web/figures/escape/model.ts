import type { ActivationPoints, Dataset, DescentPath, OutputCurve, Problem, WorkerEngine } from '../../engine/types.ts';
import { number, seed, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';

/** What the reader has set: the draw of the initial weights, and the place on the path, 0 to 1. */
export interface State {
  readonly seed: number;
  readonly t: number;
}

/** One descent that came to rest, and the path from there. */
interface Escape {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly path: DescentPath;
  readonly samples: NonNullable<DescentPath['samples']>;
  /** The certified optimum, which the path leads to. */
  readonly optimum: number;
  readonly best: OutputCurve;
  readonly steps: number;
}

export interface Answer extends Escape {
  readonly output: OutputCurve;
  readonly neurons: ActivationPoints;
  readonly loss: number;
}

export const VIEW = { from: -0.56, to: 0.56, low: 0, high: 0.85 } as const;
export const table = stateTable<State>({
  seed: seed(2),
  t: number({ start: 0, min: 0, max: 1, label: 'Place on the path' }),
});
/** n + 1: the least width for which a path is promised from every start. */
const WIDTH = 11;
const LAMBDA = 1e-4;
const STEPS = 60_000;
const SAMPLES = 301;

export const problemOf = ({ X, y, bias }: Dataset): Problem => ({ X, y, bias, lambda: LAMBDA, loss: 'mean' });

/** A descent and its path belong to a draw; the place on the path is asked for again and again. */
export function escapeModel(engine: WorkerEngine): (state: State) => Promise<Answer> {
  const escapeOf = remembered((seed: number) => escapeFrom(engine, seed));
  return async ({ seed, t }) => {
    const whole = await escapeOf(seed);
    const network = await engine.networkOnPath(whole.path, t);
    const [output, neurons] = await Promise.all([engine.outputCurve(network, VIEW), engine.activationPoints(network)]);
    return { ...whole, output, neurons, loss: lossAt(whole.samples, t) };
  };
}

async function escapeFrom(engine: WorkerEngine, seed: number): Promise<Escape> {
  const data = await engine.dataset('teaser');
  const { X, y } = data;
  const problem = problemOf(data);
  const settings = { width: WIDTH, seed, stepSize: 0.05 };
  const [optimum, { trainer }] = await Promise.all([
    engine.solve(problem, { tolerance: 1e-12 }),
    engine.createTrainer(problem, settings),
  ]);
  const { snapshot, steps } = await trainer.step(STEPS, { snapshot: true });
  trainer.dispose();
  if (!snapshot) throw new Error('a snapshot was asked for');
  const target = { W: optimum.W, alpha: optimum.alpha };
  const [path, best] = await Promise.all([
    engine.descentPath(problem, snapshot, { target, samples: SAMPLES }),
    engine.outputCurve(target, VIEW),
  ]);
  if (!path.samples) throw new Error('samples were asked for');
  return { x: [...X.data], y: [...y], path, samples: path.samples, optimum: optimum.objective, best, steps };
}

/** The loss that the engine gave for the sample nearest to t. */
const lossAt = ({ loss }: Escape['samples'], t: number): number => loss[Math.round(t * (loss.length - 1))];

/** The stage of the path that leads over t. */
export function stageAt({ path: { keyFrames } }: Pick<Answer, 'path'>, t: number) {
  return keyFrames.find((frame) => frame.t >= t && frame.stage !== 'start')?.stage ?? 'interpolate';
}
