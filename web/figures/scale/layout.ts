import { scaleLinear, scaleLog } from 'd3-scale';
import { VIEW } from './backdrop.ts';
import type { Answer } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** Losses below this are rounding. */
export const FLOOR = 1e-12;

/** The output with its neurons under it, and beside it (or below) the loss and the motion over the steps. */
export function layoutFor(width: number, { run }: Pick<Answer, 'run'>) {
  const stacked = width < 760;
  const left = 40;
  const right = stacked ? width - 14 : Math.round(width * 0.54);
  const plot = { left, right, top: 28, bottom: stacked ? 190 : 246 };
  const band = { top: plot.bottom, middle: plot.bottom + 44, bottom: plot.bottom + 88 };
  const first = stacked ? 52 : right + 68;
  const end = width - (stacked ? 76 : 86);
  const top = stacked ? band.bottom + 70 : plot.top;
  const strip = { left: first, right: end, top, bottom: top + (stacked ? 120 : 180) };
  const motion = { left: first, right: end, top: strip.bottom + 38, bottom: strip.bottom + (stacked ? 98 : 126) };
  const { frames, steps } = run;
  const finite = frames.map(({ loss }) => loss).filter((loss) => Number.isFinite(loss));
  const rates = frames.map(({ turning, growing }) => Math.max(turning, growing)).filter(Number.isFinite);
  const most = Math.max(...finite.slice(0, 2), 1);
  const least = Math.max(Math.min(...finite) / 2, FLOOR);
  return {
    width,
    height: Math.max(band.bottom, motion.bottom) + 40,
    stacked,
    plot,
    band,
    strip,
    motion,
    x: scaleLinear([VIEW.from, VIEW.to], [left, right]),
    y: scaleLinear([VIEW.low, VIEW.high], [plot.bottom, plot.top]),
    step: scaleLinear([0, steps], [first, end]).clamp(true),
    loss: scaleLog([Math.min(least, 1e-4), 1.6 * most], [strip.bottom, strip.top]).clamp(true),
    rate: scaleLinear([0, 1.08 * Math.max(...rates, 1e-12)], [motion.bottom, motion.top]),
  };
}
