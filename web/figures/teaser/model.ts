import type { Problem, TrainerSettings } from '../../engine/types.ts';
import type { Range } from '../../figure/controls/slider.ts';

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

export const defaults: Settings = { width: 100, stepSize: 0.05, lambda: 1e-4, scale: 0.3, speed: 400 };

export const ranges: { readonly [K in keyof Settings]: Range } = {
  width: { min: 1, max: 1000, log: true, whole: true },
  stepSize: { min: 1e-4, max: 1, log: true },
  lambda: { min: 1e-6, max: 1e-1, log: true },
  scale: { min: 1e-3, max: 10, log: true },
  speed: { min: 1, max: 1000, log: true, whole: true },
};

/** What the plot shows, and how far a point can go. */
export const view = { x: [-0.62, 0.62], y: [0, 0.9] } as const;

/** Two points closer than this would ask for a slope the problem cannot give. */
const SPACING = 1e-3;

const clamp = (value: number, [low, high]: readonly [number, number]): number => Math.min(Math.max(value, low), high);

/** The place nearest to x, inside the plot, that keeps its distance from all others. */
export function freeX(x: number, others: readonly number[]): number {
  const wanted = clamp(x, view.x);
  const apart = (place: number): boolean => others.every((other) => Math.abs(place - other) >= SPACING * (1 - 1e-9));
  if (apart(wanted)) return wanted;
  const beside = others
    .flatMap((other) => [other - SPACING, other + SPACING])
    .filter((place) => place === clamp(place, view.x) && apart(place));
  return beside.reduce(
    (best, place) => (Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best),
    beside[0] ?? wanted,
  );
}

export function movePoint(state: State, index: number, to: Point): State {
  const others = state.points.filter((_, i) => i !== index).map(({ x }) => x);
  const moved = { x: freeX(to.x, others), y: clamp(to.y, view.y) };
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
  const settings = Object.keys(ranges) as (keyof Settings)[];
  return (
    a.seed === b.seed &&
    samePoints(a.points, b.points) &&
    settings.every((name) => a.settings[name] === b.settings[name])
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
