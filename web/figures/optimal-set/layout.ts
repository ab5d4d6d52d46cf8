import { scaleLinear } from 'd3-scale';
import { type DataName, inputs } from './inputs.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** The outputs with the neurons under them, and beside (on a phone, under) them the map of the corners. */
export function layoutFor(width: number, data: DataName) {
  const small = width < 540;
  const side = small ? Math.min(width - 60, 230) : Math.min(0.3 * width, 300);
  const left = small ? 40 : 48;
  const right = small ? width - 14 : width - side - 64;
  const plot = { top: 30, bottom: small ? 190 : 262 };
  const band = { top: plot.bottom, middle: plot.bottom + 34, bottom: plot.bottom + 68 };
  const map = small
    ? { left: (width - side) / 2, top: band.bottom + 70 }
    : { left: width - side - 14, top: plot.top + 12 };
  const middle = { x: map.left + side / 2, y: map.top + side / 2 };
  const { from, to, low, high } = inputs(data);
  return {
    small,
    width,
    height: (small ? map.top + side : Math.max(band.bottom, map.top + side)) + 26,
    left,
    right,
    plot,
    band,
    map: { ...map, side, middle },
    x: scaleLinear([from, to], [left, right]),
    y: scaleLinear([low, high], [plot.bottom, plot.top]),
    u: scaleLinear([-1, 1], [middle.x - side / 2, middle.x + side / 2]),
    v: scaleLinear([-1, 1], [middle.y + side / 2, middle.y - side / 2]),
  };
}
