import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { SIDE } from './plane-model.ts';

/** Where things are, in CSS pixels: the sphere of directions and the plane of points, side by side or one under the other. */
export interface PlaneLayout {
  readonly width: number;
  readonly height: number;
  readonly sphere: { readonly x: number; readonly y: number; readonly radius: number };
  /** The square that is shown of the plane. */
  readonly square: { readonly left: number; readonly top: number; readonly side: number };
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** Lines on which the names stand. */
  readonly names: { readonly sphere: number; readonly plane: number };
}

/** Around the sphere, for the numbers of its circles; under the square, for its axis. */
const RIM = 30;
const FOOT = 26;

export function planeLayout(width: number): PlaneLayout {
  const stacked = width < 620;
  const half = stacked ? width : width * 0.52;
  const radius = Math.round(Math.min(half / 2 - RIM, stacked ? 150 : 178));
  const sphere = {
    x: stacked ? width / 2 : RIM + radius + (half - 2 * RIM - 2 * radius) / 2,
    y: 26 + RIM + radius,
    radius,
  };
  const below = sphere.y + radius + RIM;
  const side = Math.min(stacked ? width - 56 : width - half - 50, stacked ? 300 : 2 * radius + 8);
  const left = stacked ? (width - side) / 2 + 8 : width - side - 10;
  const top = stacked ? below + 34 : sphere.y - side / 2;
  const square = { left, top, side };
  return {
    width,
    height: Math.max(below, top + side + FOOT),
    sphere,
    square,
    x: scaleLinear([-SIDE, SIDE], [left, left + side]),
    y: scaleLinear([-SIDE, SIDE], [top + side, top]),
    names: { sphere: 14, plane: stacked ? top - 14 : 14 },
  };
}
