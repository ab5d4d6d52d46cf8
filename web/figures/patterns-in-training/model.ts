import { scaleLog } from 'd3-scale';
import type { PatternsInTraining, Problem, WorkerEngine } from '../../engine/types.ts';
import { oneOf } from '../../figure/field-kinds.ts';
import { number, seed, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';

export type Signs = 'own' | 'both';

/** What the reader has set: the scale of the start, which draw, which signs the programme has, and the step on show. */
export interface State {
  readonly scale: number;
  readonly draw: number;
  readonly signs: Signs;
  readonly step: number;
}

export interface Answer {
  readonly run: PatternsInTraining;
  readonly problem: Problem;
  /** The data points in the order of their labels, in which the matrix shows them. */
  readonly order: readonly number[];
  /** How many labels are negative: where in that order the sign changes. */
  readonly negative: number;
}

export const STEPS = 440;
export const WIDTH = 20;
export const POINTS = 100;
/** The notebook of the original has beta = 1e-4 on ||u||, which is twice the weight decay of the network. */
export const LAMBDA = 5e-5;

export const stepField = number({ start: 80, min: 0, max: STEPS, whole: true, looks: true, label: 'Step' });
export const table = stateTable<State>({
  scale: number({ start: 1e-4, min: 1e-5, max: 1, log: true, label: 'Scale of the start' }),
  draw: seed(1),
  signs: oneOf(['own', 'both'] as const, { start: 'own' }),
  step: stepField,
});

/** From a start larger than a tenth, steps of a tenth would throw the run: they shrink as it grows. */
export const stepSizeOf = scaleLog([0.1, 1], [0.1, 0.01]).clamp(true);

export function patternsModel(engine: WorkerEngine): (state: State) => Promise<Answer> {
  const data = remembered((draw: number) => engine.dataset('linear-teacher', draw));
  const run = remembered(async ({ scale, draw, signs }: Omit<State, 'step'>): Promise<Answer> => {
    const { X, y } = await data(draw);
    const problem: Problem = { X, y, lambda: LAMBDA, loss: 'mean' };
    const settings = { width: WIDTH, scale, seed: draw, stepSize: stepSizeOf(scale), steps: STEPS, signs };
    const order = Array.from(y, (_, j) => j).sort((a, b) => y[a] - y[b]);
    const negative = y.filter((label) => label < 0).length;
    return { problem, order, negative, run: await engine.patternsInTraining(problem, settings) };
  });
  return ({ scale, draw, signs }) => run({ scale, draw, signs });
}

/** The last step that the run has made, or the one asked for. */
export const stepAt = ({ run }: Answer, step: number): number => Math.min(step, run.loss.length - 1);

/** A run of rows of the matrix: the neurons that share a pattern, and the sign of each. */
export interface Group {
  readonly neurons: readonly number[];
}

/** The neurons by pattern, in the order of the first of each. */
export function groupsAt({ run }: Answer, step: number): Group[] {
  const members = new Map<number, number[]>();
  for (let i = 0; i < WIDTH; i++) {
    const first = run.group[step * WIDTH + i];
    members.set(first, [...(members.get(first) ?? []), i]);
  }
  return [...members.values()].map((neurons) => ({ neurons }));
}

/** Neurons that have come to share a pattern: who with whom, and at which step. */
export interface Merger {
  readonly step: number;
  readonly neuron: number;
  readonly other: number;
}

/** The last time up to a step that a neuron took the pattern of an earlier one. */
export function lastMerger({ run }: Answer, step: number): Merger | null {
  for (let t = step; t > 0; t--) {
    for (let i = 0; i < WIDTH; i++) {
      const other = run.group[t * WIDTH + i];
      if (other !== i && run.group[(t - 1) * WIDTH + i] !== run.group[(t - 1) * WIDTH + other])
        return { step: t, neuron: i, other };
    }
  }
  return null;
}

/** The first step at which descent is below what the patterns of its start allow; null when it never is. */
export function firstBelow({ run }: Answer): number | null {
  const t = run.loss.findIndex((loss) => loss < run.lowerBound[0]);
  return t < 0 ? null : t;
}
