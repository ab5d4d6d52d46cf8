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
  const [across, along] = [0, 1].map((k) => w.map((weights) => weights[k]));
  const [least, most] = [Math.min(0, ...across), Math.max(0, ...across)];
  const [low, high] = [Math.min(0, ...along), Math.max(0, ...along)];
  // One scale for both weights: the lines of the data are to keep their angles.
  const span = 1.3 * Math.max(most - least, high - low);
  const [w1From, w2From] = [(least + most - span) / 2, (low + high - span) / 2];
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
    w1: scaleLinear([w1From, w1From + span], [plane.left, plane.left + side]),
    w2: scaleLinear([w2From, w2From + span], [plane.top + side, plane.top]),
    step: scaleLinear([0, STEPS], [strip.left, strip.right]).clamp(true),
    loss: scaleLinear([0, Math.max(...loss) * 1.05], [strip.bottom, strip.top]),
  };
}
