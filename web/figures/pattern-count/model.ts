import type { PatternGrowth, WorkerEngine } from '../../engine/types.ts';
import { number, stateTable } from '../../figure/fields.ts';

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

/** At first the example of the original article. */
export const table = stateTable<State>({
  n: number({ start: 100, min: 1, max: MOST, whole: true, label: 'Data points', symbol: '𝑛' }),
  d: number({ start: 10, min: 1, max: 50, whole: true, label: 'Dimension', symbol: '𝑑' }),
});

export async function compute(engine: WorkerEngine, { n, d }: State): Promise<Answer> {
  const [count, growth] = await Promise.all([engine.countPatterns(n, d), engine.patternGrowth(MOST, d)]);
  return { count, growth };
}
