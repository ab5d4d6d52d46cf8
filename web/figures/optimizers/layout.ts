import { scaleLinear, scaleLog, scaleSymlog } from 'd3-scale';
import { spread } from '../../figure/drawing/label-layout.ts';
import { type Answer, STEPS, type State, VIEW } from './model.ts';
import { RULES, type Rule } from './rules.ts';

/** Losses so many times the optimum are far enough above it to be drawn at the rim. */
const MOST = 3000;

export type Layout = ReturnType<typeof layoutFor>;

/** The losses over the steps with the names at their ends, and beside or under them the output of the chosen one. */
export function layoutFor(width: number, answer: Pick<Answer, 'optimum' | 'runs'>, axis: State['axis']) {
  const stacked = width < 760;
  const left = 52;
  const edge = stacked ? width : Math.round(width * 0.66);
  const box = { left, right: edge - (stacked ? 144 : 176), top: 30, bottom: stacked ? 290 : 330 };
  const output = {
    left: stacked ? left : edge + 34,
    right: width - 14,
    top: stacked ? box.bottom + 84 : 30,
    bottom: stacked ? box.bottom + 224 : 290,
  };
  const { objective } = answer.optimum;
  const start = answer.runs.gd.loss[0];
  // The optimum stands a little above the bottom, and a loss of the start is always in sight.
  const top = Math.min(Math.max(2 * start, 10 * objective), MOST * objective);
  const loss = scaleLog([objective, top], [box.bottom - 30, box.top]).clamp(true);
  const time = scaleSymlog([0, STEPS], [box.left, box.right]).constant(2).clamp(true);
  const ends = RULES.map((rule) => loss(last(answer.runs[rule].loss)));
  const rows = spread(ends, stacked ? 21 : 22, box.top + 4, box.bottom - 4);
  return {
    stacked,
    width,
    height: stacked ? output.bottom + 24 : box.bottom + 44,
    box,
    output,
    loss,
    time,
    times: (rule: Rule): Float64Array => answer.runs[rule][axis],
    /** The height of the name of each rule. */
    rows: Object.fromEntries(RULES.map((rule, k) => [rule, rows[k]])) as Record<Rule, number>,
    x: scaleLinear([VIEW.from, VIEW.to], [output.left, output.right]),
    y: scaleLinear([VIEW.low, VIEW.high], [output.bottom, output.top]),
  };
}

export const last = (values: Float64Array): number => values[values.length - 1];

/** The number of the look that stands nearest to a place of the axis. */
export function frameAt({ time }: Layout, times: Float64Array, x: number): number {
  const distance = (k: number): number => Math.abs(time(times[k]) - x);
  return times.reduce((best, _, k) => (distance(k) < distance(best) ? k : best), 0);
}
