import { scaleLinear } from 'd3-scale';
import { directionScale } from './direction-scale.ts';
import { type Answer, VIEW } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** The name, and under it the ring of a neuron on the highest peak. */
const NAME = 40;

/** Where things are, in CSS pixels: the curve over all directions, and under it the data with the network's output. */
export function layoutFor(width: number, { curve }: Answer) {
  const small = width < 560;
  const left = 30;
  const right = width - 30;
  const half = small ? 116 : 146;
  const middle = NAME + half;
  const highest = curve.response.reduce((most, value) => Math.max(most, Math.abs(value)), 1.6 * curve.level);
  const top = middle + half + 80;
  const plot = { top, bottom: top + (small ? 110 : 140) };
  return {
    width,
    small,
    height: plot.bottom + 26,
    left,
    right,
    middle,
    axis: middle + half + 8,
    plot,
    angle: directionScale(left, right),
    response: scaleLinear([-highest, highest], [middle + half, middle - half]),
    x: scaleLinear([VIEW.from, VIEW.to], [left, right]),
    y: scaleLinear([VIEW.low, VIEW.high], [plot.bottom, plot.top]),
  };
}
