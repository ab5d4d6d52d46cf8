import { scaleLinear } from 'd3-scale';
import { type Answer, DATA } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** Side by side from here on. */
const WIDE = 720;

/**
 * Where things are, in CSS pixels: the plane with the loss along its horizontal line below, and to the right of it, or under
 * it, the data and the loss over the steps.
 */
export function layoutFor(width: number, { surface: { reach }, way }: Answer) {
  const wide = width >= WIDE;
  const left = 34;
  const side = Math.round(wide ? Math.min(0.54 * width, 500) : Math.min(width - left - 10, 460));
  const plane = { left, top: 26, right: left + side, bottom: 26 + side, side };
  const section = { top: plane.bottom + 44, bottom: plane.bottom + 118 };
  const from = wide ? plane.right + 84 : left;
  const to = wide ? width - 14 : Math.min(width - 10, plane.right);
  const dataTop = wide ? plane.top : section.bottom + 74;
  const dataHeight = wide ? 0.42 * side : 180;
  const data = { left: from, right: to, top: dataTop, bottom: dataTop + dataHeight };
  const stripTop = data.bottom + 76;
  const strip = { left: from, right: to - 34, top: stripTop, bottom: wide ? section.bottom : stripTop + 150 };
  const room = strip.right - strip.left;
  const split = way?.found ? strip.left + 0.56 * room : strip.right;
  const pathFrom = split + 16;
  return {
    width,
    height: strip.bottom + 30,
    wide,
    plane,
    section,
    data,
    strip: { ...strip, split, pathFrom },
    w1: scaleLinear([-reach, reach], [plane.left, plane.right]),
    w2: scaleLinear([-reach, reach], [plane.bottom, plane.top]),
    x: scaleLinear([-DATA.x - 0.2, DATA.x + 0.2], [data.left, data.right]),
    y: scaleLinear([-DATA.y - 0.2, DATA.y + 0.2], [data.bottom, data.top]),
  };
}

/** High enough for the run, but a run that flies away does not press all the rest flat. */
export function highestOf({ surface, descent }: Answer): number {
  const start = Math.min(descent.loss[0], 3 * surface.zeroLoss);
  const run = Math.min(Math.max(...descent.loss), 1.5 * Math.max(start, surface.zeroLoss));
  return 1.08 * Math.max(start, run, surface.zeroLoss);
}
