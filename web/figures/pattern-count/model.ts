import type { PatternGrowth, WorkerEngine } from '../../engine/types.ts';

/** What the reader has set: n points, in general position, in dimension d. */
export interface State {
  readonly n: number;
  readonly d: number;
}

export interface Answer {
  /** Exact. */
  readonly count: bigint;
  /** For 1 .. MOST points in this dimension, base-10 logarithms. */
  readonly growth: PatternGrowth;
}

export const MOST = 200;
/** The curves end where there is nothing more to tell them apart by: powers of ten. */
export const TOP = 30;

export const CURVES = [
  { key: 'all', name: 'every subset' },
  { key: 'bound', name: 'classical bound' },
  { key: 'count', name: 'patterns' },
] as const;

export const ranges = {
  n: { min: 1, max: MOST, whole: true },
  d: { min: 1, max: 50, whole: true },
} as const;

/** The example of the original article. */
export const start: State = { n: 100, d: 10 };

export async function compute(engine: WorkerEngine, { n, d }: State): Promise<Answer> {
  const [count, growth] = await Promise.all([engine.countPatterns(n, d), engine.patternGrowth(MOST, d)]);
  return { count, growth };
}

export function parse(data: unknown): State | null {
  const { n, d } = (data ?? {}) as Partial<State>;
  const whole = (value: unknown, { min, max }: { min: number; max: number }): value is number =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  return whole(n, ranges.n) && whole(d, ranges.d) ? { n, d } : null;
}
