import { scaleLinear } from 'd3-scale';
import { LINE } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** Where things are, in CSS pixels: the line with the output over it, and weight space beside or under it. */
export function layoutFor(width: number, n: number) {
  const stacked = width < 620;
  const half = stacked ? width : width * 0.5;
  const margin = Math.max(40, 22 + 11.2 * n);
  const radius = Math.min((stacked ? width : width * 0.46) / 2 - margin, 150);
  const line = { left: 34, right: half - 12, top: 34, base: stacked ? 220 : 2 * radius + 40 };
  const disc = {
    x: stacked ? width / 2 : width - margin - radius,
    y: (stacked ? line.base + 96 : 40) + radius,
    radius,
  };
  return {
    width,
    height: Math.max(line.base + 58, disc.y + radius + 34),
    line,
    disc,
    stacked,
    x: scaleLinear(LINE, [line.left, line.right]),
    y: scaleLinear([0, 1], [line.base, line.top]),
    w1: scaleLinear([-1, 1], [disc.x - radius, disc.x + radius]),
    w2: scaleLinear([-1, 1], [disc.y + radius, disc.y - radius]),
  };
}
