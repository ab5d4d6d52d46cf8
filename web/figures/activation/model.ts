import type { MatrixLike, Network, PatternSet, WorkerEngine } from '../../engine/types.ts';
import { anyNumber, orNone, pairOf } from '../../figure/field-kinds.ts';
import { listOf, number, stateTable } from '../../figure/fields.ts';

/** What the reader has set: the points on the line, and the two weights of the neuron, the second of them its bias. */
export interface State {
  readonly points: readonly number[];
  readonly w: readonly [number, number];
  /** Where the reader put the activation point, while it was that which they moved: keys may be quicker than the engine. */
  readonly kink: number | null;
}

export interface Answer {
  readonly set: PatternSet;
  readonly arcs: NonNullable<PatternSet['arcs']>;
  /** Which of its patterns the neuron has; -1 between two. */
  readonly cell: number;
  /** Of the neuron, the diagonal of D. */
  readonly pattern: Uint8Array;
  /** w1 x + w2 at each point, and what the neuron makes of it. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Where it switches, infinite where it does not, and to which side it is active. */
  readonly kink: number;
  readonly side: number;
  /** Its output at GRID. */
  readonly output: Float64Array;
  /** A place on its active side, and the output there: what the slope is taken hold of by. */
  readonly handle: { readonly x: number; readonly y: number };
}

export const LINE = [-1.5, 1.5] as const;
export const MOST = 4;
export const FEWEST = 1;
export const GRID = Array.from({ length: 121 }, (_, k) => LINE[0] + (k * (LINE[1] - LINE[0])) / 120);
/** How far from the activation point the slope is taken hold of. */
const ARM = 0.6;

const weight = number({ start: 0, min: -1, max: 1 });
const place = number({ start: 0, min: LINE[0], max: LINE[1] });

/** At first the data and the weights of the article, with the bias that has its activation point at 0.5. */
export const table = stateTable<State>({
  points: listOf(place, { start: [-0.2, 1], least: FEWEST, most: MOST }),
  w: pairOf(weight, [0.3, -0.15]),
  kink: { ...orNone(anyNumber()), looks: true, passing: true },
});
export const { start } = table;

const column = (values: readonly number[]): MatrixLike => values.map((value) => [value]);
export const onLine = (x: number): number => place.clamp(x);

/** max(0, z) - max(0, -z) = z: two neurons that show what one computes before it cuts. */
const uncut = ([w1, w2]: State['w']): Network => ({
  W: [
    [w1, w2],
    [-w1, -w2],
  ],
  alpha: [1, -1],
});

export async function compute(engine: WorkerEngine, { points, w }: Pick<State, 'points' | 'w'>): Promise<Answer> {
  const neuron: Network = { W: [w], alpha: [1] };
  const bias = { bias: true };
  const [set, { position, side }] = await Promise.all([
    engine.enumeratePatterns(column(points), bias),
    engine.activationPoints(neuron),
  ]);
  const kink = position[0];
  const at = onLine(onLine(kink) + side[0] * ARM);
  const [before, after, output, [height]] = await Promise.all([
    engine.predict(uncut(w), column(points), bias),
    engine.predict(neuron, column(points), bias),
    engine.predict(neuron, column(GRID), bias),
    engine.predict(neuron, column([at]), bias),
  ]);
  if (!set.arcs) throw new Error('patterns of points on a line have arcs');
  const pattern = Uint8Array.from(after, (value) => Number(value > 0));
  const cell = set.patterns.findIndex((bits) => bits.every((bit, j) => bit === pattern[j]));
  const handle = { x: at, y: height };
  return { set, arcs: set.arcs, cell, pattern, before, after, kink, side: side[0], output, handle };
}

const rounded = (value: number): number => Math.round(value * 200) / 200;

/** Weights are at most 1 long: a longer vector is cut to that. */
export function moveWeights(w1: number, w2: number): Partial<State> {
  const size = Math.max(1, Math.hypot(w1, w2));
  return { w: [rounded(w1 / size), rounded(w2 / size)], kink: null };
}

/** The line through (at, 0) of this slope, whose sign says to which side it is active: w1 (x - at). */
export const moveKink = (slope: number, at: number): Partial<State> => {
  const size = Math.max(1, Math.hypot(slope, slope * at));
  return { w: [slope / size, (-slope * at) / size], kink: at };
};

export const movePoint = ({ points }: State, index: number, to: number): Partial<State> => ({
  points: points.map((x, j) => (j === index ? rounded(onLine(to)) : x)),
});

const SPARE = [-0.9, 0.4, -1.2, 0.7];

/** At the first spare place that is free. */
export function addPoint({ points }: State): Partial<State> {
  const place = SPARE.find((spare) => points.every((x) => Math.abs(x - spare) > 0.1));
  return points.length < MOST && place !== undefined ? { points: [...points, place] } : {};
}

export const removePoint = ({ points }: State): Partial<State> =>
  points.length > FEWEST ? { points: points.slice(0, -1) } : {};
