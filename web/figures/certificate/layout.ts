import { scaleLinear } from 'd3-scale';
import { type Answer, VIEW } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** Where things are, in CSS pixels: the curve over all directions, and under it the data with the network's output. */
export function layoutFor(width: number, { curve }: Answer) {
  const small = width < 560;
  const left = 24;
  const right = width - 24;
  const middle = small ? 130 : 160;
  const half = middle - 14;
  const highest = curve.response.reduce((most, value) => Math.max(most, Math.abs(value)), 1.6 * curve.level);
  const plot = { top: middle + half + 44, bottom: middle + half + 44 + (small ? 110 : 140) };
  return {
    width,
    height: plot.bottom + 26,
    left,
    right,
    middle,
    plot,
    angle: scaleLinear([-Math.PI, Math.PI], [left, right]),
    response: scaleLinear([-highest, highest], [middle + half, middle - half]),
    x: scaleLinear([VIEW.from, VIEW.to], [left, right]),
    y: scaleLinear([VIEW.low, VIEW.high], [plot.bottom, plot.top]),
  };
}
