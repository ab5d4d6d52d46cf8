import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { LINE } from './line-model.ts';

/** Where things are, in CSS pixels: the circle of directions and the line of points, side by side or one under the other. */
export interface LineLayout {
  readonly width: number;
  readonly height: number;
  readonly circle: { readonly x: number; readonly y: number; readonly radius: number };
  readonly line: { readonly left: number; readonly right: number; readonly base: number; readonly top: number };
  readonly x: ScaleLinear<number, number>;
  /** Pixels that an output of 1 rises. */
  readonly rise: number;
}

/** Room for a pattern of n dots beside the circle. */
const labelWidth = (n: number): number => 20 + 11.2 * n;

export function lineLayout(width: number, n: number): LineLayout {
  const stacked = width < 620;
  const half = stacked ? width : width * 0.47;
  const margin = Math.max(58, labelWidth(n));
  const radius = Math.min(half / 2 - margin, 150);
  const circle = { x: stacked ? width / 2 : margin + radius, y: radius + 36, radius };
  const below = circle.y + radius + 40;
  const left = stacked ? 14 : circle.x + radius + margin + 30;
  const top = stacked ? below + 10 : 40;
  const base = stacked ? top + 120 : circle.y + radius * 0.55;
  const right = width - 14;
  return {
    width,
    height: Math.max(below, base + 52),
    circle,
    line: { left, right, base, top },
    x: scaleLinear(LINE, [left, right]),
    rise: (base - top) / 1.5,
  };
}
