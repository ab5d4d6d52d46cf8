import type { Disc } from '../../lib/direction-circle.ts';
import { type Eye, seen, type Vector } from './orbit.ts';

type Side = 1 | -1;

const at = ({ x, y, radius }: Disc, [right, up]: readonly number[]): string =>
  `${(x + right * radius).toFixed(1)},${(y - up * radius).toFixed(1)}`;

/** Where the great circle of directions at right angles to `normal` meets the rim; null where it is the rim. */
export function rimOf(eye: Eye, normal: Vector): readonly [number, number] | null {
  const [x, y] = seen(eye, normal);
  const size = Math.hypot(x, y);
  return size < 1e-6 ? null : [-y / size, x / size];
}

/** The half of that great circle on the near or the far side, half an ellipse. */
export function halfCircle(disc: Disc, eye: Eye, normal: Vector, side: Side): string {
  const rim = rimOf(eye, normal);
  if (!rim) return '';
  const depth = seen(eye, normal)[2] / Math.hypot(...normal);
  const angle = (-Math.atan2(rim[1], rim[0]) * 180) / Math.PI;
  const sweep = depth * side > 0 ? 0 : 1;
  const flat = (disc.radius * Math.abs(depth)).toFixed(2);
  return `M${at(disc, rim)}A${disc.radius},${flat} ${angle.toFixed(2)} 0 ${sweep} ${at(disc, [-rim[0], -rim[1]])}`;
}

/** On the way between two places, where it comes around the rim. */
function crossing(a: Vector, b: Vector): Vector {
  const share = a[2] / (a[2] - b[2]);
  const [x, y] = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  const size = Math.hypot(x, y) || 1;
  return [x / size, y / size, 0];
}

/** From where a cell leaves the side to where it comes back the rim is followed: the way around on which the cell is. */
function alongRim({ radius }: Disc, from: Vector, to: Vector, middle: Vector): string {
  const turn = from[0] * to[1] - from[1] * to[0];
  const straight = from[0] * to[0] + from[1] * to[1] < -0.999999;
  const left = straight ? from[0] * middle[1] - from[1] * middle[0] > 0 : turn > 0;
  return `A${radius},${radius} 0 0 ${left ? 0 : 1} `;
}

/** What is seen on one side of a cell with this boundary and this direction inside; empty when it is all on the other. */
export function cellPath(disc: Disc, eye: Eye, outline: readonly Vector[], inside: Vector, side: Side): string {
  const places = outline.map((v) => seen(eye, v));
  const here = (v: Vector): boolean => v[2] * side >= 0;
  const count = places.length;
  const first = places.findIndex((v, k) => here(v) && !here(places[(k + count - 1) % count]));
  if (first < 0) return count && here(places[0]) ? `M${places.map((v) => at(disc, v)).join('L')}z` : '';
  const run = [...places.slice(first), ...places.slice(0, first)];
  const end = run.findIndex((v) => !here(v));
  const enter = crossing(run[count - 1], run[0]);
  const leave = crossing(run[end - 1], run[end]);
  const line = [enter, ...run.slice(0, end), leave].map((v) => at(disc, v)).join('L');
  return `M${line}${alongRim(disc, leave, enter, seen(eye, inside))}${at(disc, enter)}z`;
}
