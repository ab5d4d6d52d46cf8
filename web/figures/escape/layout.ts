import { scaleLinear } from 'd3-scale';
import { type Answer, VIEW } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** The output on the line, under it its neurons, and the loss along the path. */
export function layoutFor(width: number, { samples, optimum }: Pick<Answer, 'samples' | 'optimum'>) {
  const small = width < 560;
  const left = small ? 46 : 56;
  const right = width - (small ? 70 : 92);
  const plot = { top: 10, bottom: small ? 180 : 250 };
  const band = { top: plot.bottom, middle: plot.bottom + 34, bottom: plot.bottom + 68 };
  const strip = { top: band.bottom + 56, bottom: band.bottom + (small ? 156 : 186) };
  const highest = samples.loss[0];
  return {
    width,
    height: strip.bottom + 20,
    left,
    right,
    plot,
    band,
    strip,
    x: scaleLinear([VIEW.from, VIEW.to], [left, right]),
    y: scaleLinear([VIEW.low, VIEW.high], [plot.bottom, plot.top]),
    t: scaleLinear([0, 1], [left, right]).clamp(true),
    loss: scaleLinear(
      [optimum - 0.06 * (highest - optimum), highest + 0.04 * (highest - optimum)],
      [strip.bottom, strip.top],
    ),
  };
}
