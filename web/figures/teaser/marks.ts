import type { ActivationPoints, OutputCurve } from '../../engine/types.ts';
import type { Layout } from './layout.ts';
import { view } from './model.ts';

const round = (pixel: number): number => Math.round(pixel * 100) / 100;

/** The polyline through the vertices of an output: exact, since the output is piecewise linear. */
export function curvePath({ x, y }: OutputCurve, layout: Layout): string {
  let path = '';
  for (let i = 0; i < x.length; i++) path += `${i ? 'L' : 'M'}${round(layout.x(x[i]))},${round(layout.y(y[i]))}`;
  return path;
}

/** Half the width of the largest triangle, pixels. */
const LARGEST = 9;
const SMALLEST = 1.2;

const inside = (x: number): boolean => x >= view.x[0] && x <= view.x[1];

/** The largest weight among the neurons in the plot: it gets the largest triangle. */
export const largestWeight = (...sets: readonly (ActivationPoints | undefined)[]): number =>
  sets.reduce(
    (most, set) => (set ? set.weight.reduce((a, b, i) => (inside(set.position[i]) ? Math.max(a, b) : a), most) : most),
    0,
  );

/** A triangle of half-width r whose tip points to the side (+1 right, -1 left). */
const triangle = (x: number, y: number, r: number, side: number): string =>
  `M${round(x + side * r)},${round(y)}L${round(x - side * r * 0.7)},${round(y - r)}v${round(2 * r)}z`;

/**
 * All neurons as one path: a triangle at the activation point, its tip to the active side, its area the weight; above the
 * middle of the band when it pushes the output up, below when it pushes it down, the further the heavier.
 */
export function neuronsPath(neurons: ActivationPoints, largest: number, layout: Layout): string {
  const { middle, top } = layout.band;
  const reach = middle - top - LARGEST - 2;
  let path = '';
  for (let i = 0; i < neurons.position.length; i++) {
    const at = neurons.position[i];
    if (!inside(at) || !(neurons.weight[i] > 0)) continue;
    const share = Math.sqrt(neurons.weight[i] / largest);
    const up = neurons.slope[i] >= 0 ? 1 : -1;
    path += triangle(
      layout.x(at),
      middle - up * (4 + share * (reach - 4)),
      Math.max(SMALLEST, share * LARGEST),
      neurons.side[i],
    );
  }
  return path;
}
