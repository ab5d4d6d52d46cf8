import { scaleLinear } from 'd3-scale';
import { type Run, STEPS, VIEW } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** The line and weight space side by side (or one under the other), and the loss under both. */
export function layoutFor(width: number, { w, loss }: Run) {
  const stacked = width < 620;
  const half = stacked ? width : width * 0.54;
  const left = 44;
  const plot = { left, right: half - (stacked ? 14 : 24), top: 24, bottom: 24 + Math.min(half * 0.52, 250) };
  const side = Math.min(stacked ? width - 2 * left : width - half - 60, 250);
  const plane = { left: stacked ? left : half + 50, top: stacked ? plot.bottom + 62 : 24, side };
  const reach = 1.08 * Math.max(...w.flat().map(Math.abs));
  const top = Math.max(plot.bottom, plane.top + side) + 62;
  const strip = { left, right: width - 20, top, bottom: top + (stacked ? 90 : 110) };
  return {
    width,
    height: strip.bottom + 24,
    plot,
    plane,
    strip,
    x: scaleLinear([VIEW.from, VIEW.to], [plot.left, plot.right]),
    y: scaleLinear([VIEW.low, VIEW.high], [plot.bottom, plot.top]),
    w1: scaleLinear([-reach / 3, reach], [plane.left, plane.left + side]),
    w2: scaleLinear([-reach / 1.7, reach - reach / 1.7 + reach / 3], [plane.top + side, plane.top]),
    step: scaleLinear([0, STEPS], [strip.left, strip.right]).clamp(true),
    loss: scaleLinear([0, Math.max(...loss) * 1.05], [strip.bottom, strip.top]),
  };
}
