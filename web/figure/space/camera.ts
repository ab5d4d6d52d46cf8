import type { Position } from '../controls/drag.ts';

/** A place in the picture's space: the two weights over the reach, and a height; the floor is [-1, 1] squared. */
export type Place = readonly [a: number, b: number, height: number];

/** Degrees: how far the floor is turned, and how high above it the eye is. At 0 and 90 it is the map of the contours. */
export interface Angle {
  readonly turn: number;
  readonly tilt: number;
}

/** Between the two descents into the global minima, one of which lies in front. */
export const HOME: Angle = { turn: 32, tilt: 43 };
const TILT = { min: 20, max: 90 } as const;
/** Of the highest thing that is shown. */
export const TOP = 1.32;

/** Where the surface is drawn, and where the map of the contours is: pixels of the drawing. */
export interface Pane {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly map: { readonly x: number; readonly y: number; readonly side: number };
}

/** Level and never from below, however it is turned. */
export const within = ({ turn, tilt }: Angle): Angle => ({
  turn: turn - 360 * Math.round(turn / 360),
  tilt: Math.min(Math.max(tilt, TILT.min), TILT.max),
});

export type Camera = ReturnType<typeof cameraFor>;

/** What must fit into the pane: the places highest on the border. */
export type Outline = readonly Place[];

/** Pixels beside the floor, for numbers. */
const BESIDE = 52;

/**
 * Orthographic. `lift` goes from 0, where the floor lies exactly on the map of the contours when seen from above, to 1, where
 * all fits into the pane from every side, in its middle.
 */
export function cameraFor({ turn, tilt }: Angle, pane: Pane, outline: Outline, lift = 1) {
  const [ct, st] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [cp, sp] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)];
  const { left, top, width, height, map } = pane;
  const fitting = Math.min((width - BESIDE) / (2 * Math.SQRT2), height / (2 * Math.SQRT2 * sp + TOP * cp));
  const up = ([a, b, c]: Place): number => (b * ct - a * st) * sp + c * cp;
  const highest = Math.max(...outline.map(up));
  const lowest = Math.min(...outline.map(([a, b]) => up([a, b, 0])));
  const between = (from: number, to: number): number => from + (to - from) * lift;
  const scale = between(map.side / 2, fitting);
  const x0 = between(map.x, left + width / 2);
  const y0 = between(map.y, top + height / 2 + (fitting * (highest + lowest)) / 2);

  const project = ([a, b, c]: Place): Position & { near: number } => {
    const near = c * sp - (b * ct - a * st) * cp;
    return { x: x0 + scale * (a * ct + b * st), y: y0 - scale * up([a, b, c]), near };
  };
  /** The place at this height that is seen there. */
  const at = ({ x, y }: Position, c: number): readonly [number, number] => {
    const right = (x - x0) / scale;
    const away = ((y0 - y) / scale - c * cp) / sp;
    return [right * ct - away * st, right * st + away * ct];
  };
  /** From the picture's space to that of the screen, -1..1 over the pane; column after column. */
  const matrix = (): number[] => {
    const [kx, ky] = [(2 * scale) / width, (2 * scale) / height];
    const x = (2 * (x0 - left - width / 2)) / width;
    const y = (2 * (top + height / 2 - y0)) / height;
    const [a, b] = [
      [kx * ct, -ky * st * sp, (-st * cp) / 4, 0],
      [kx * st, ky * ct * sp, (ct * cp) / 4, 0],
    ];
    return [...a, ...b, 0, ky * cp, -sp / 4, 0, x, y, 0, 1];
  };
  /** A direction given as right, up and towards the reader. */
  const direction = (right: number, up: number, near: number): Place => [
    right * ct - up * st * sp + near * st * cp,
    right * st + up * ct * sp - near * ct * cp,
    up * cp + near * sp,
  ];
  return { scale, pane, project, at, matrix, direction };
}
