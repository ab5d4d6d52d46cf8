import type { PatternSet, WorkerEngine } from '../../engine/types.ts';
import type { Vector } from './orbit.ts';

export type PlanePoint = readonly [number, number];

/** How the sphere of directions is cut by the great circles of points in the plane. */
export interface GreatCircles {
  /** The boundary of each pattern's cell, closed, with the cell to its left as seen from outside. */
  readonly outlines: readonly (readonly Vector[])[];
  /** Points in one place, two or more: they share a circle. */
  readonly together: readonly (readonly number[])[];
  /** Points on one line, three places or more: their circles meet in two opposite directions. */
  readonly lines: readonly { readonly points: readonly number[]; readonly meeting: Vector }[];
}

interface Arc {
  readonly from: number;
  readonly to: number;
  /** Of the neurons on the arc; points in the place of the circle's own are off. */
  readonly bits: Uint8Array;
}

const SMOOTH = Math.PI / 60;
/** As far as the engine can tell. */
const same = (p: PlanePoint, q: PlanePoint): boolean => Math.hypot(p[0] - q[0], p[1] - q[1]) < 1e-12;

/** A neuron whose line passes through (a, b) is known by the angle of its normal: (cos t, sin t, -(a cos t + b sin t)). */
function onCircle([a, b]: PlanePoint, t: number): Vector {
  const [x, y] = [Math.cos(t), Math.sin(t)];
  const z = -(a * x + b * y);
  const size = Math.hypot(x, y, z);
  return [x / size, y / size, z / size];
}

/**
 * What the neurons on the circle of a point see: they weigh the others by their distance from it, (x_j - x_i) . (cos t, sin t).
 * So their patterns are those of points seen from it, without bias, and lie on arcs of t.
 */
async function arcsThrough(engine: WorkerEngine, points: readonly PlanePoint[], from: PlanePoint): Promise<Arc[]> {
  const seen = points.map((p) => (same(p, from) ? [0, 0] : [p[0] - from[0], p[1] - from[1]]));
  const { patterns, arcs } = await engine.enumeratePatterns(seen);
  if (!arcs) throw new Error('patterns in two dimensions have arcs');
  if (arcs.from.length === 0) return [{ from: -Math.PI, to: Math.PI, bits: patterns[0] }];
  return patterns.map((bits, k) => ({ from: arcs.from[k], to: arcs.to[k], bits }));
}

function path(point: PlanePoint, { from, to }: Arc): Vector[] {
  const length = (to - from + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
  const steps = Math.ceil(length / SMOOTH);
  return Array.from({ length: steps + 1 }, (_, k) => onCircle(point, from + (k * length) / steps));
}

/** One closed boundary of pieces that are each the right way around. */
function joined(pieces: readonly (readonly Vector[])[]): Vector[] {
  const [first = [], ...rest] = pieces;
  const outline = [...first];
  while (rest.length) {
    const end = outline[outline.length - 1];
    const gap = ([start]: readonly Vector[]): number => Math.hypot(...start.map((x, k) => x - end[k]));
    const next = rest.reduce((best, piece, k) => (gap(piece) < gap(rest[best]) ? k : best), 0);
    outline.push(...rest.splice(next, 1)[0].slice(1));
  }
  return outline;
}

/** n calls of the engine, one for each circle. */
export async function greatCircles(
  engine: WorkerEngine,
  points: readonly PlanePoint[],
  { patterns }: PatternSet,
): Promise<GreatCircles> {
  const places = points.flatMap((p, i) => {
    const here = points.flatMap((q, j) => (same(p, q) ? [j] : []));
    return here[0] === i ? [here] : [];
  });
  const cut = await Promise.all(places.map(([i]) => arcsThrough(engine, points, points[i])));
  const pieces = new Map<string, Vector[][]>(patterns.map((bits) => [String(bits), []]));
  const lines = new Map<string, { points: number[]; meeting: Vector }>();
  for (const [c, arcs] of cut.entries()) {
    const here = places[c];
    const point = points[here[0]];
    for (const [k, arc] of arcs.entries()) {
      const along = path(point, arc);
      const on = arc.bits.map((bit, j) => (here.includes(j) ? 1 : bit));
      pieces.get(String(on))?.push(along);
      pieces.get(String(arc.bits))?.push([...along].reverse());
      const before = arcs[(k + arcs.length - 1) % arcs.length].bits;
      const shared = points.flatMap((_, j) => (here.includes(j) || before[j] !== arc.bits[j] ? [j] : []));
      if (places.filter(([i]) => shared.includes(i)).length > 2)
        lines.set(String(shared), { points: shared, meeting: along[0] });
    }
  }
  return {
    outlines: patterns.map((bits) => joined(pieces.get(String(bits)) ?? [])),
    together: places.filter((here) => here.length > 1),
    lines: [...lines.values()],
  };
}
