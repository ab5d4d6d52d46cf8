import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { view } from './model.ts';

/** Where things are, in CSS pixels, for a figure of a given width. */
export interface Layout {
  readonly width: number;
  readonly left: number;
  /** Right end of both plots; direct labels stand beyond it. */
  readonly right: number;
  readonly plot: { readonly top: number; readonly bottom: number };
  /** The band of the neurons, under the plot and on the same axis. */
  readonly band: { readonly top: number; readonly middle: number; readonly bottom: number };
  readonly height: number;
  readonly strip: { readonly top: number; readonly bottom: number; readonly height: number };
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

export function layoutFor(width: number): Layout {
  const small = width < 560;
  const left = small ? 36 : 48;
  const right = width - (small ? 64 : 84);
  const plotHeight = Math.round(Math.min(Math.max(width * 0.385, 230), 400));
  const bandHeight = small ? 66 : 84;
  const plot = { top: 10, bottom: 10 + plotHeight };
  const bandTop = plot.bottom;
  const strip = { top: 24, bottom: small ? 116 : 138, height: (small ? 116 : 138) + 24 };
  return {
    width,
    left,
    right,
    plot,
    band: { top: bandTop, middle: bandTop + bandHeight / 2, bottom: bandTop + bandHeight },
    height: bandTop + bandHeight + 24,
    strip,
    x: scaleLinear(view.x, [left, right]),
    y: scaleLinear(view.y, [plot.bottom, plot.top]),
  };
}
