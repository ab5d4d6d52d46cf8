import { scaleLinear, scaleLog } from 'd3-scale';
import { DRAWS, VIEW, WIDTHS } from './model.ts';
import type { Study, Trained } from './study.ts';

/** Where the axis of the ratio may end: it grows with what has been seen, and no dot is lost but those that diverged. */
const TOPS = [1.2, 1.5, 2, 3, 5, 10, 20, 50, 100, 300, 1000, 10_000, 100_000, 1e6];
const TICKS = [1, 1.05, 1.1, 1.2, 1.5, 2, 3, 5, 10, 20, 50, 100, 300, 1000, 10_000, 100_000, 1e6];

/** Between two ticks, pixels. */
const GAP = 20;

export type Layout = ReturnType<typeof layoutFor>;

/** The dots over the widths, and beside or under them the output of the one that is chosen. */
export function layoutFor(width: number, study: Pick<Study, 'done'>) {
  const stacked = width < 720;
  const left = 46;
  const middle = stacked ? width - 16 : Math.round(width * 0.6);
  const dots = { left, right: middle - (stacked ? 8 : 26), top: 30, bottom: stacked ? 270 : 330 };
  const output = {
    left: stacked ? left : middle + 40,
    right: width - 14,
    top: stacked ? dots.bottom + 86 : 30,
    bottom: stacked ? dots.bottom + 226 : 290,
  };
  const finite = study.done.map(({ ratio }) => ratio).filter(Number.isFinite);
  const most = Math.max(1, ...finite) * 1.02;
  const top = TOPS.find((value) => value >= most) ?? most;
  const floor = 34; // under the line at 1, where no dot can be
  const m = scaleLog([WIDTHS[0] * 0.78, WIDTHS[WIDTHS.length - 1] * 1.28], [dots.left, dots.right]);
  const ratio = scaleLog([1, top], [dots.bottom - floor, dots.top]).clamp(true);
  const spread = stacked ? 1.4 : 2.4;
  return {
    stacked,
    width,
    height: stacked ? output.bottom + 24 : dots.bottom + 44,
    dots,
    output,
    m,
    ratio,
    ticks: ticksOf(ratio, top),
    x: scaleLinear([VIEW.from, VIEW.to], [output.left, output.right]),
    y: scaleLinear([VIEW.low, VIEW.high], [output.bottom, output.top]),
    /** Seeds side by side, so that dots of one loss are told apart. */
    at: ({ width: neurons, seed, ratio: value }: Trained) => ({
      x: m(neurons) + (((seed - 1) % DRAWS) - (DRAWS - 1) / 2) * spread,
      y: ratio(Math.min(Math.max(value, 1), top)),
    }),
  };
}

/** As many as there is room for, from the line upwards. */
function ticksOf(ratio: (value: number) => number, top: number): number[] {
  const kept: number[] = [];
  for (const tick of TICKS.filter((value) => value <= top * 1.0001)) {
    const last = kept.at(-1);
    if (last === undefined || ratio(last) - ratio(tick) >= GAP) kept.push(tick);
  }
  return kept;
}
