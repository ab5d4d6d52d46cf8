import type { Disc } from '../../figure/drawing/direction-circle.ts';
import { type Eye, seen, type Vector } from './orbit.ts';

type Side = 1 | -1;

const at = ({ x, y, radius }: Disc, [right, up]: readonly number[]): string =>
  `${(x + right * radius).toFixed(2)},${(y - up * radius).toFixed(2)}`;

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

/** From where a cell leaves the side to where it comes back the rim is followed, over the middle of the way on which the cell is. */
function alongRim(disc: Disc, from: Vector, to: Vector, inside: Vector): string {
  let [x, y] = [from[0] + to[0], from[1] + to[1]];
  // Opposite ends, as of half the sphere: both ways are as long.
  if (Math.hypot(x, y) < 1e-3)
    [x, y] = from[0] * inside[1] > from[1] * inside[0] ? [-from[1], from[0]] : [from[1], -from[0]];
  const size = Math.hypot(x, y);
  const sweep = from[0] * y > from[1] * x ? 0 : 1;
  const arc = `A${disc.radius},${disc.radius} 0 0 ${sweep} `;
  return `${arc}${at(disc, [x / size, y / size])}${arc}${at(disc, to)}`;
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
  return `M${line}${alongRim(disc, leave, enter, seen(eye, inside))}z`;
}
