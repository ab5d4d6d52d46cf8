import type { MatrixLike, PatternSet, WorkerEngine } from '../../engine/types.ts';
import { anyNumber } from '../../figure/field-kinds.ts';
import { listOf, number, record } from '../../figure/fields.ts';
import { cellOf, type Patterned } from './patterned.ts';

/** What the reader has set: the points on the line, and the direction they look along, radians. */
export interface LineState {
  readonly points: readonly number[];
  readonly angle: number;
}

/** Everything that the picture shows of a state, computed by the engine. */
export interface LineAnswer extends Patterned {
  readonly arcs: NonNullable<PatternSet['arcs']>;
  /** Output of the neuron of that direction, on a grid of the line. */
  readonly output: Float64Array;
  /** Where it switches; infinite for a neuron that does not. */
  readonly kink: number;
}

export const LINE = [-1, 1] as const;
export const FEWEST = 1;
export const MOST = 8;
/** Places at which the neuron's output is drawn. */
export const GRID = Array.from({ length: 81 }, (_, k) => LINE[0] + (k * (LINE[1] - LINE[0])) / 80);

const place = number({ start: 0, min: LINE[0], max: LINE[1] });
export const field = record<LineState>({
  points: listOf(place, { start: [-0.6, -0.1, 0.3, 0.8], least: FEWEST, most: MOST }),
  angle: anyNumber(0.25),
});

const column = (values: readonly number[]): MatrixLike => values.map((value) => [value]);

export async function compute(engine: WorkerEngine, { points, angle }: LineState): Promise<LineAnswer> {
  const w = [Math.cos(angle), Math.sin(angle)];
  const neuron = { W: [w], alpha: [1] };
  const [set, general, output, seen, { position }] = await Promise.all([
    engine.enumeratePatterns(column(points), { bias: true }),
    engine.countPatterns(points.length, 2),
    engine.predict(neuron, column(GRID), { bias: true }),
    engine.predict(neuron, column(points), { bias: true }),
    engine.activationPoints(neuron),
  ]);
  const pattern = Uint8Array.from(seen, (value) => Number(value > 0));
  if (!set.arcs) throw new Error('patterns of points on a line have arcs');
  return { set, general, arcs: set.arcs, pattern, cell: cellOf(set, pattern), output, kink: position[0] };
}

export const movePoint = ({ points }: LineState, index: number, to: number): Partial<LineState> => ({
  points: points.map((x, j) => (j === index ? Math.round(place.clamp(to) * 200) / 200 : x)),
});

/** A new point in the widest gap, the ends of the line included. */
export function addPoint({ points }: LineState): Partial<LineState> {
  if (points.length >= MOST) return {};
  const stops = [LINE[0], ...[...points].sort((a, b) => a - b), LINE[1]];
  const gaps = stops.slice(1).map((stop, i) => stop - stops[i]);
  const widest = gaps.indexOf(Math.max(...gaps));
  return { points: [...points, Math.round((stops[widest] + gaps[widest] / 2) * 200) / 200] };
}

export const removePoint = ({ points }: LineState): Partial<LineState> =>
  points.length > FEWEST ? { points: points.slice(0, -1) } : {};
