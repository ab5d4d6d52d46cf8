import { scaleLinear } from 'd3-scale';
import type { Pane } from '../../figure/space/camera.ts';
import { typesetShort } from '../../figure/words/number-format.ts';
import { plainNumber } from '../../figure/words/number-view.ts';
import { type Answer, DATA } from './model.ts';
import type { Surface } from './surface.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** The data and the loss stand beside the plane from the first width on, side by side under it from the second on. */
const WIDE = 720;
const MIDDLE = 540;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LEFT = 34;
/** Of a digit, generous. */
const DIGIT = 8;

/** Right of the loss stand the losses of the minima: so much room they need. */
function namesOf({ minima }: Surface): number {
  const digits = minima.map(({ loss }) => plainNumber(typesetShort(loss, 3)).length);
  return Math.max(34, 10 + DIGIT * Math.max(...digits, 0));
}

/** Where the data and the loss go. */
function boxes(width: number, side: number, low: number, names: number): { data: Box; strip: Box } {
  if (width >= WIDE) {
    const [left, right, end] = [LEFT + side + 84, width - 14, 26 + 0.42 * side];
    return {
      data: { left, right, top: 26, bottom: end },
      strip: { left, right: Math.min(right - 34, width - names), top: end + 76, bottom: low },
    };
  }
  const top = low + 74;
  if (width >= MIDDLE) {
    const [middle, bottom] = [width / 2, top + 180];
    return {
      data: { left: LEFT, right: middle - 20, top, bottom },
      strip: { left: middle + 34, right: width - names, top, bottom },
    };
  }
  const right = LEFT + side;
  return {
    data: { left: LEFT, right, top, bottom: top + 180 },
    strip: { left: LEFT, right: Math.min(right - 34, width - names), top: top + 256, bottom: top + 406 },
  };
}

/** Where things are, in CSS pixels: the plane with the loss along its horizontal line below, the data, and the loss over the steps. */
export function layoutFor(width: number, { surface, way }: Answer) {
  const { reach } = surface;
  const side = Math.round(width >= WIDE ? Math.min(0.54 * width, 500) : Math.min(width - LEFT - 10, 500));
  const plane = { left: LEFT, top: 26, right: LEFT + side, bottom: 26 + side, side };
  const section = { top: plane.bottom + 44, bottom: plane.bottom + 118 };
  const { data, strip } = boxes(width, side, section.bottom, namesOf(surface));
  const room = strip.right - strip.left;
  const split = way?.found ? strip.left + 0.56 * room : strip.right;
  const pathFrom = split + 16;
  const map = { x: plane.left + side / 2, y: plane.top + side / 2, side };
  const end = width >= WIDE ? plane.right + 36 : Math.min(plane.right + LEFT, width);
  return {
    width,
    height: strip.bottom + 30,
    plane,
    /** Where the surface goes instead of the plane, with its letters. */
    pane: { left: 0, top: plane.top - 4, width: end, height: side + 26, map } satisfies Pane,
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
