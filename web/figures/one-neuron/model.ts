import type { Network, Problem, WorkerEngine } from '../../engine/types.ts';
import { flag, oneOf, orNone, pairOf } from '../../figure/field-kinds.ts';
import { number, record, stateTable } from '../../figure/fields.ts';
import { type Allowed, type Case, caseOf, DIAGONALS, fixedProblem, linearModel, MOST, SAMPLES } from './cases.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the reader has set. */
export interface State {
  readonly points: readonly [Point, Point];
  readonly w: number;
  /** Which activation matrix is kept fixed, a place in DIAGONALS; null: none, the neuron is left to itself. */
  readonly chosen: number | null;
  /** Whether its constraint holds. */
  readonly wall: boolean;
}

/** What the points alone decide. */
interface Ground {
  readonly points: State['points'];
  /** Of the neuron, at equally spaced w from -MOST to MOST. */
  readonly loss: Float64Array;
  readonly cases: readonly Case[];
}

export interface Answer extends Ground {
  /** The weight as far as the wall lets it go. */
  readonly w: number;
  /** Which points the neuron of weight w sees. */
  readonly sees: readonly number[];
  /** Its loss. */
  readonly neuronLoss: number;
  /** Its output at OUTPUT_AT. */
  readonly output: Float64Array;
  /** With the chosen matrix, at w: the loss and the outputs at the two points. */
  readonly fixed: { readonly loss: number; readonly outputs: Float64Array } | null;
}

/** The output is linear between these. */
export const OUTPUT_AT = [-2, 0, 2] as const;

const SPACE = { x: 1.8, low: -1, high: 2 } as const;
/** A point at 0 would be seen by no neuron. */
const NEAREST = 0.1;

const x = number({ start: 0, min: -SPACE.x, max: SPACE.x });
const y = number({ start: 0, min: SPACE.low, max: SPACE.high });
const weight = number({ start: 1.2, min: -MOST, max: MOST });
const point = record<Point>({ x, y }, (at) => (Math.abs(at.x) >= NEAREST ? at : undefined));
export const table = stateTable<State>({
  points: pairOf(point, [
    { x: -1, y: 1 },
    { x: 1, y: 0.5 },
  ]),
  w: weight,
  chosen: orNone(oneOf([...DIAGONALS.keys()], { start: 0 })),
  wall: flag(true),
});
export const { start, parse } = table;

export const problemOf = ({ points }: Pick<State, 'points'>) =>
  ({
    X: points.map(({ x }) => [x]),
    y: points.map(({ y }) => y),
    lambda: 0,
  }) satisfies Problem;

const neuron = (w: number): Network => ({ W: [[w]], alpha: [1] });

export const within = (w: number, allowed: Allowed): number =>
  allowed === 'none' ? 0 : allowed === 'right' ? Math.max(0, w) : Math.min(0, w);

async function groundOf(engine: WorkerEngine, state: State): Promise<Ground> {
  const problem = problemOf(state);
  const set = await engine.enumeratePatterns(problem.X);
  const [profile, ...cases] = await Promise.all([
    engine.lossAlong(problem, { from: neuron(-MOST), to: neuron(MOST) }, SAMPLES),
    ...DIAGONALS.map((bits) => caseOf(engine, problem, bits, set)),
  ]);
  return { points: state.points, loss: profile.loss, cases };
}

/** @param last of it, what the points decide is taken when they are the same */
export async function compute(engine: WorkerEngine, state: State, last: Answer | null = null): Promise<Answer> {
  const { points, loss, cases } = last?.points === state.points ? last : await groundOf(engine, state);
  const problem = problemOf(state);
  const { chosen } = state;
  const w = chosen !== null && state.wall ? within(state.w, cases[chosen].allowed) : state.w;
  const [evaluation, output, fixed] = await Promise.all([
    engine.evaluate(problem, neuron(w)),
    engine.predict(
      neuron(w),
      OUTPUT_AT.map((x) => [x]),
    ),
    chosen === null ? null : engine.evaluate(fixedProblem(problem, DIAGONALS[chosen]), linearModel(w)),
  ]);
  return {
    points,
    loss,
    cases,
    w,
    sees: Array.from(evaluation.predictions, (value) => Number(value > 0)),
    neuronLoss: evaluation.objective,
    output,
    fixed: fixed && { loss: fixed.objective, outputs: fixed.predictions },
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export function movePoint({ points }: State, index: number, to: Point): Partial<State> {
  const across = rounded(x.clamp(to.x));
  const moved = {
    x: Math.abs(across) < NEAREST ? (across < 0 ? -NEAREST : NEAREST) : across,
    y: rounded(y.clamp(to.y)),
  };
  return { points: index === 0 ? [moved, points[1]] : [points[0], moved] };
}

export const moveWeight = (to: number): Partial<State> => ({ w: rounded(weight.clamp(to)) });
