import { scaleLinear } from 'd3-scale';
import { LARGEST, REACH } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** The loss is drawn up to this height. */
export const CEILING = 4;

/** Where things are, in CSS pixels: the loss over both weights, and over their product, beside it or under it. */
export function layoutFor(width: number) {
  const stacked = width < 620;
  const half = stacked ? width : (width - 56) / 2;
  const side = Math.min(half - 40, 380);
  const top = 30;
  const plane = { left: 32, right: 32 + side, top, bottom: top + side };
  const convexTop = stacked ? plane.bottom + 62 : top;
  const convex = {
    left: stacked ? 32 : half + 80,
    right: width - 8,
    top: convexTop,
    bottom: convexTop + (stacked ? Math.max(side * 0.7, 200) : side),
  };
  return {
    width,
    height: convex.bottom + 38,
    plane,
    convex,
    u: scaleLinear([-REACH, REACH], [plane.left, plane.right]),
    v: scaleLinear([-REACH, REACH], [plane.bottom, plane.top]),
    z: scaleLinear([-LARGEST, LARGEST], [convex.left, convex.right]),
    loss: scaleLinear([0, CEILING], [convex.bottom, convex.top]).clamp(true),
  };
}
