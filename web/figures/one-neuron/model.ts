import type { Network, Problem, WorkerEngine } from '../../engine/types.ts';
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

export const start: State = {
  points: [
    { x: -1, y: 1 },
    { x: 1, y: 0.5 },
  ],
  w: 1.2,
  chosen: null,
  wall: true,
};

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

const SPACE = { x: 1.8, low: -1, high: 2 } as const;
/** A point at 0 would be seen by no neuron. */
const NEAREST = 0.1;

const rounded = (value: number): number => Math.round(value * 100) / 100;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export function movePoint({ points }: State, index: number, to: Point): Partial<State> {
  const x = rounded(clamp(to.x, -SPACE.x, SPACE.x));
  const moved = {
    x: Math.abs(x) < NEAREST ? (x < 0 ? -NEAREST : NEAREST) : x,
    y: rounded(clamp(to.y, SPACE.low, SPACE.high)),
  };
  return { points: index === 0 ? [moved, points[1]] : [points[0], moved] };
}

export const moveWeight = (to: number): Partial<State> => ({ w: rounded(clamp(to, -MOST, MOST)) });

export function parse(data: unknown): State | null {
  const { points, w, chosen, wall } = (data ?? {}) as Partial<State>;
  const inSpace = ({ x, y }: Point): boolean =>
    typeof x === 'number' &&
    typeof y === 'number' &&
    Math.abs(x) >= NEAREST &&
    Math.abs(x) <= SPACE.x &&
    y >= SPACE.low &&
    y <= SPACE.high;
  if (!Array.isArray(points) || points.length !== 2 || !points.every((point) => point && inSpace(point))) return null;
  if (typeof w !== 'number' || !(Math.abs(w) <= MOST) || typeof wall !== 'boolean') return null;
  if (chosen !== null && !(typeof chosen === 'number' && DIAGONALS[chosen])) return null;
  const [a, b] = points.map(({ x, y }) => ({ x, y }));
  return { points: [a, b], w, chosen, wall };
}
