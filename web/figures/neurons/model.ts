import type { CriticalSet, Evaluation, Problem, WorkerEngine } from '../../engine/types.ts';
import { anyNumber, pairOf } from '../../figure/field-kinds.ts';
import { listOf, number, record, seed, stateTable } from '../../figure/fields.ts';

/** A network on the line without bias: one weight a neuron in each layer. */
export interface Net {
  readonly w: readonly number[];
  readonly alpha: readonly number[];
}

/** What the reader has set: the labels of the points at -1 and 1, and the neurons. */
export interface State {
  readonly y: readonly [number, number];
  readonly net: Net;
  /** Of the next draw. */
  readonly seed: number;
}

export interface Answer {
  /** The output at each of AT, and that of every neuron alone. */
  readonly output: readonly number[];
  readonly ramps: readonly (readonly number[])[];
  readonly evaluation: Evaluation;
  /** Of one or two neurons with output weights 1; more behave as two. Best first. */
  readonly minima: readonly CriticalSet[];
}

export const X = [-1, 1] as const;
export const VIEW = { x: 1.45, low: -0.7, high: 2.2 } as const;
/** Without a bias every output bends at 0 and nowhere else. */
export const AT = [-VIEW.x, 0, VIEW.x];
export const MOST = 40;
export const LAMBDA = 0.01;

const label = number({ start: 0, min: VIEW.low, max: VIEW.high });
const weights = (start: number[]) => listOf(anyNumber(), { start, least: 1, most: MOST });
const net = record<Net>({ w: weights([-1.1, -0.35, 0.8]), alpha: weights([0.6, 0.5, 0.25]) }, (set) =>
  set.w.length === set.alpha.length ? set : undefined,
);
export const table = stateTable<State>({
  y: pairOf(label, [1, 0.5]),
  net,
  seed: seed(1, Number.MIN_SAFE_INTEGER),
});
export const { start, parse } = table;

const column = (values: readonly number[]): number[][] => values.map((value) => [value]);
const networkOf = ({ w, alpha }: Net) => ({ W: column(w), alpha: [...alpha] });
export const problemOf = (y: State['y']): Problem => ({ X: column(X), y: [...y], lambda: LAMBDA });

export async function compute(engine: WorkerEngine, { y, net }: State): Promise<Answer> {
  const problem = problemOf(y);
  const width = net.w.length === 1 ? 1 : 2;
  const settings = { width, alpha: Array(width).fill(1) } as const;
  const [output, evaluation, sets, ...ramps] = await Promise.all([
    engine.predict(networkOf(net), column(AT)),
    engine.evaluate(problem, networkOf(net)),
    engine.criticalPoints({ ...problem, lambda: 0 }, settings),
    ...net.w.map((w, i) => engine.predict({ W: [[w]], alpha: [net.alpha[i]] }, column(AT))),
  ]);
  const minima = sets.filter(({ kind }) => kind === 'global-minimum' || kind === 'local-minimum');
  return { output: [...output], ramps: ramps.map((ramp) => [...ramp]), evaluation, minima };
}

const netOf = ({ W, alpha }: { W: Float64Array; alpha: Float64Array }): Net => ({ w: [...W], alpha: [...alpha] });

/** Neurons of one pattern and sign become one: what the convex programme does with them. */
export async function merged(engine: WorkerEngine, { y, net }: State): Promise<Net> {
  const { W, alpha } = await engine.merge(problemOf(y), networkOf(net));
  return netOf({ W, alpha });
}

/** Gradient descent until nothing moves any more. */
export async function trained(engine: WorkerEngine, { y, net }: State): Promise<Net> {
  const settings = { ...networkOf(net), stepSize: 0.02 };
  const { trainer } = await engine.createTrainer(problemOf(y), settings);
  const { snapshot } = await trainer.step(6000, { snapshot: true });
  trainer.dispose();
  if (!snapshot) throw new Error('a snapshot was asked for');
  return netOf(snapshot);
}

export async function drawn(engine: WorkerEngine, { y, seed }: State, width: number): Promise<Net> {
  const settings = { width, seed, scale: 0.7 };
  const { trainer, view } = await engine.createTrainer(problemOf(y), settings, { snapshot: true });
  trainer.dispose();
  if (!view.snapshot) throw new Error('a snapshot was asked for');
  return netOf(view.snapshot);
}

/** The neuron whose output passes through (x, value): to the side of x, up or down as the value is. */
export function moved({ w, alpha }: Net, index: number, x: number, value: number): Net {
  const size = Math.max(Math.abs(alpha[index]), 0.05);
  const slope = Math.min(Math.abs(value / x), 4) / size;
  return {
    w: w.map((old, i) => (i === index ? Math.sign(x) * slope : old)),
    alpha: alpha.map((old, i) => (i === index ? (value < 0 ? -size : size) : old)),
  };
}

/** How many neurons see the left point, the right one, and none. */
export function bins({ ramps }: Answer): { left: number; right: number; none: number } {
  const left = ramps.filter((ramp) => ramp[0] !== 0).length;
  const right = ramps.filter((ramp) => ramp[2] !== 0).length;
  return { left, right, none: ramps.length - left - right };
}
