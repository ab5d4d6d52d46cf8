import { svg, type TemplateResult } from 'lit';
import type { CriticalSet } from '../../engine/types.ts';
import { typesetShort } from '../../figure/words/number-format.ts';
import { numberSvg, plainNumber } from '../../figure/words/number-view.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';
import { INSET, PAIR } from './pattern-pair.ts';

type Place = readonly [number, number];

/** The corners of a set in the plane; rays end far outside of it. */
export function cornersOf({ vertices, rays }: CriticalSet, reach: number): Place[] {
  const far = (origin: Place, ...along: Float64Array[]): Place => {
    const sum = along.reduce(([a, b], ray) => [a + ray[0], b + ray[1]] as const, [0, 0] as Place);
    const length = Math.max(Math.abs(sum[0]), Math.abs(sum[1])) || 1;
    return [origin[0] + (4 * reach * sum[0]) / length, origin[1] + (4 * reach * sum[1]) / length];
  };
  const points = vertices.map(([a, b]): Place => [a, b]);
  const [first, last] = [points[0], points[points.length - 1]];
  if (rays.length === 0) return points;
  if (rays.length === 1) return [...points, far(last, rays[0])];
  return [far(first, rays[0]), ...points, far(last, rays[1]), far(first, rays[0], rays[1])];
}

const isMinimum = ({ kind }: CriticalSet): boolean => kind === 'global-minimum' || kind === 'local-minimum';

/** Sets of minima as bands, dashed unless they are the best; the rest as hollow dots. */
function shape(set: CriticalSet, reach: number, { w1, w2 }: Layout): TemplateResult {
  const corners = cornersOf(set, reach);
  const d = corners.map(([a, b], k) => `${k ? 'L' : 'M'}${w1(a).toFixed(1)},${w2(b).toFixed(1)}`).join('');
  const name = `${set.kind.replace('-', ' ')}, loss ${plainNumber(typesetShort(set.loss, 3))}`;
  const title = svg`<title>${name}</title>`;
  if (corners.length > 2) return svg`<path class=${`critical area ${set.kind}`} d=${`${d}z`}>${title}</path>`;
  if (corners.length === 2)
    return svg`<path class=${`casing ${set.kind}`} d=${d} /><path class=${`critical band ${set.kind}`} d=${d}>${title}</path>`;
  const [[a, b]] = corners;
  return svg`<circle class=${`critical dot ${set.kind}`} cx=${w1(a)} cy=${w2(b)} r=${set.kind === 'global-minimum' ? 6.5 : 4}>${title}</circle>`;
}

/** A ray goes on from something that has the same loss and is named. */
export const isNamed = (set: CriticalSet, all: readonly CriticalSet[]): boolean =>
  isMinimum(set) && (set.rays.length === 0 || !all.some(({ rays, loss }) => rays.length === 0 && loss === set.loss));

/** Around the middle of a number: half of its width and of its height, pixels. */
const HALF = { width: 12, height: 10 };

/** Over the patterns in a corner of the plane. */
function inCorner(x: number, y: number, { plane }: Layout): boolean {
  const across = Math.min(x - plane.left, plane.right - x) - HALF.width;
  const along = Math.min(y - plane.top, plane.bottom - y) - HALF.height;
  return across < INSET + PAIR.width && along < INSET + PAIR.height;
}

/** Away from the middle of the plane; towards it, where the patterns of a corner are in the way. */
function label(set: CriticalSet, layout: Layout): TemplateResult | string {
  const { w1, w2, plane } = layout;
  const corners = cornersOf(set, 0);
  if (corners.length > 2) return '';
  const mean = (k: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[k], 0) / corners.length;
  const [a, b] = [mean(0), mean(1)];
  const outward = Math.hypot(a, b) || 1;
  const away = corners.length === 1 ? 20 : 16;
  const place = (distance: number): Place => [
    Math.min(Math.max(w1(a) + (distance * a) / outward, plane.left + 12), plane.right - 12),
    Math.min(Math.max(w2(b) - (distance * b) / outward, plane.top + 12), plane.bottom - 12),
  ];
  const [x, y] = inCorner(...place(away), layout) ? place(-away) : place(away);
  return svg`<text class=${`value ${set.kind}`} x=${x} y=${y + 5} text-anchor="middle">${numberSvg(typesetShort(set.loss, 3))}</text>`;
}

/** Areas first, then bands, then dots, so that none hides another. */
export function criticalSets({ surface: { critical, reach } }: Answer, layout: Layout): TemplateResult {
  const size = (set: CriticalSet): number => cornersOf(set, reach).length;
  const order = [...critical].sort((a, b) => size(b) - size(a));
  return svg`${order.map((set) => shape(set, reach, layout))}`;
}

export const criticalLabels = ({ surface: { critical } }: Answer, layout: Layout): TemplateResult =>
  svg`${critical.filter((set) => isNamed(set, critical)).map((set) => label(set, layout))}`;
