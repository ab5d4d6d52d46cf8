/** A direction of space, or a place on the sphere of directions: (w1, w2, w3), the third the weight of the bias, upwards. */
export type Vector = readonly [number, number, number];

/** From where the sphere is looked at: around the upright axis, and above the equator, radians. */
export interface Turn {
  readonly yaw: number;
  readonly tilt: number;
}

/** The first feature to the right, the second into the depth, a little from above. */
export const HOME: Turn = { yaw: -Math.PI / 2, tilt: 0.38 };
/** Further up or down, what is upright would be lost. */
export const STEEPEST = 1.05;

/** The axes of the picture: to the right, upwards, and towards the reader. */
export interface Eye {
  readonly right: Vector;
  readonly up: Vector;
  readonly toward: Vector;
}

export const eyeOf = ({ yaw, tilt }: Turn): Eye => {
  const [c, s, ct, st] = [Math.cos(yaw), Math.sin(yaw), Math.cos(tilt), Math.sin(tilt)];
  return { right: [-s, c, 0], up: [-st * c, -st * s, ct], toward: [ct * c, ct * s, st] };
};

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** To the right, upwards, and towards the reader: negative on the far side. */
export const seen = ({ right, up, toward }: Eye, v: Vector): Vector => [dot(right, v), dot(up, v), dot(toward, v)];

/** The place on the sphere that is seen there, on the near or the far side; from outside the picture the nearest at its rim. */
export function placeAt({ right, up, toward }: Eye, x: number, y: number, side: 1 | -1): Vector {
  const size = Math.max(1, Math.hypot(x, y));
  const [a, b] = [x / size, y / size];
  const depth = side * Math.sqrt(Math.max(0, 1 - a * a - b * b));
  const coordinate = (k: 0 | 1 | 2): number => a * right[k] + b * up[k] + depth * toward[k];
  return [coordinate(0), coordinate(1), coordinate(2)];
}

const round = (angle: number): number => Math.round(angle * 1e4) / 1e4;
const around = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

/** The surface follows by these angles, to the right and downwards. */
export const turned = ({ yaw, tilt }: Turn, right: number, down: number): Turn => ({
  yaw: round(around(yaw - right)),
  tilt: round(Math.min(Math.max(tilt + down, -STEEPEST), STEEPEST)),
});

/** So that this place can be seen: as it is where it is well on the near side, else turned to it. */
export function facing(turn: Turn, v: Vector): Turn {
  if (seen(eyeOf(turn), v)[2] > 0.25) return turn;
  const level = Math.hypot(v[0], v[1]);
  const yaw = level < 0.15 ? turn.yaw : Math.atan2(v[1], v[0]);
  return turned({ yaw, tilt: Math.atan2(v[2], level) * 0.7 }, 0, 0);
}

/** On the way from one to the other, the short way around: `share` of it. */
export const between = (from: Turn, to: Turn, share: number): Turn => ({
  yaw: from.yaw + share * around(to.yaw - from.yaw),
  tilt: from.tilt + share * (to.tilt - from.tilt),
});

export const apart = (a: Turn, b: Turn): number => Math.hypot(around(a.yaw - b.yaw), a.tilt - b.tilt);
