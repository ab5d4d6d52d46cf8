import type { Problem, TrainerSettings } from '../../engine/types.ts';
import { type Fields, listOf, number, record, seed, stateTable } from '../../figure/fields.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Settings {
  /** m, number of neurons. */
  readonly width: number;
  /** gamma. */
  readonly stepSize: number;
  /** Weight decay. */
  readonly lambda: number;
  /** Multiplies the initial weights. */
  readonly scale: number;
  /** Steps of descent in one animation frame. */
  readonly speed: number;
}

/** Everything the reader can change; the same state gives the same figure, to the last bit. */
export interface State {
  readonly points: readonly Point[];
  readonly settings: Settings;
  readonly seed: number;
}

/** What the plot shows, and how far a point can go. */
export const view = { x: [-0.62, 0.62], y: [0, 0.9] } as const;

export const settingFields = {
  width: number({ start: 100, min: 1, max: 1000, log: true, whole: true, label: 'Neurons', symbol: '𝑚' }),
  stepSize: number({ start: 0.05, min: 1e-4, max: 1, log: true, label: 'Step size', symbol: '𝛾' }),
  lambda: number({ start: 1e-4, min: 1e-6, max: 1e-1, log: true, label: 'Weight decay', symbol: '𝜆' }),
  scale: number({ start: 0.3, min: 1e-3, max: 10, log: true, label: 'Initial scale' }),
  speed: number({ start: 400, min: 1, max: 1000, log: true, whole: true, label: 'Speed', unit: 'a frame' }),
} satisfies Fields<Settings>;
const settingsRecord = record<Settings>(settingFields);
export const defaults: Settings = settingsRecord.start;

const x = number({ start: 0, min: view.x[0], max: view.x[1] });
const y = number({ start: 0, min: view.y[0], max: view.y[1] });

export const table = stateTable<State>({
  // The article's ten points come from the engine.
  points: listOf(record<Point>({ x, y }), { start: [], least: 1, most: 100 }),
  settings: settingsRecord,
  seed: seed(1),
});

/** Two points closer than this would ask for a slope the problem cannot give. */
const SPACING = 1e-3;

/** The place nearest to a wish, inside the plot, that keeps its distance from all others. */
export function freeX(wish: number, others: readonly number[]): number {
  const wanted = x.clamp(wish);
  const apart = (place: number): boolean => others.every((other) => Math.abs(place - other) >= SPACING * (1 - 1e-9));
  if (apart(wanted)) return wanted;
  const beside = others
    .flatMap((other) => [other - SPACING, other + SPACING])
    .filter((place) => place === x.clamp(place) && apart(place));
  return beside.reduce(
    (best, place) => (Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best),
    beside[0] ?? wanted,
  );
}

export function movePoint(state: State, index: number, to: Point): State {
  const others = state.points.filter((_, i) => i !== index).map((point) => point.x);
  const moved = { x: freeX(to.x, others), y: y.clamp(to.y) };
  return { ...state, points: state.points.map((point, i) => (i === index ? moved : point)) };
}

export const changeSettings = (state: State, change: Partial<Settings>): State => ({
  ...state,
  settings: { ...state.settings, ...change },
});

export const withPoints = (state: State, points: readonly Point[]): State => ({ ...state, points });

/** New weights: the seeds are counted, so that a run can be named. */
export const newDraw = (state: State): State => ({ ...state, seed: state.seed + 1 });

/** The one objective that judges both lines. */
export function problemOf({ points, settings }: State): Problem {
  return {
    X: points.map(({ x }) => [x]),
    y: points.map(({ y }) => y),
    lambda: settings.lambda,
    loss: 'mean',
    bias: true,
  };
}

export function trainerSettings({ settings, seed }: State): TrainerSettings {
  return { width: settings.width, scale: settings.scale, stepSize: settings.stepSize, seed };
}

/** The figure as every reader first meets it. */
export const startState = (points: readonly Point[]): State => ({ points, settings: defaults, seed: 1 });

export function sameState(a: State, b: State): boolean {
  const names = Object.keys(settingFields) as (keyof Settings)[];
  return (
    a.seed === b.seed && samePoints(a.points, b.points) && names.every((name) => a.settings[name] === b.settings[name])
  );
}

/** True when only a new start can show the change: another network, not another problem. */
export function needsNewStart(before: State, after: State): boolean {
  return (
    before.seed !== after.seed ||
    before.settings.width !== after.settings.width ||
    before.settings.scale !== after.settings.scale
  );
}

export const samePoints = (a: readonly Point[], b: readonly Point[]): boolean =>
  a === b || (a.length === b.length && a.every((point, i) => point.x === b[i].x && point.y === b[i].y));

/** The points from left to right: the order in which the keyboard visits them. */
export const leftToRight = (points: readonly Point[]): number[] =>
  points.map((_, i) => i).sort((a, b) => points[a].x - points[b].x);
