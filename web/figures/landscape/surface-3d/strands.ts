import type { Place } from '../../../figure/space/camera.ts';
import type { Look, Strand } from '../../../figure/space/strand.ts';
import { cornersOf } from '../critical.ts';
import type { Answer } from '../model.ts';
import type { Pair } from '../weights.ts';
import { placeOn, type Relief } from './relief.ts';

const LOOKS = {
  border: { role: 'ink-soft', radius: 0.6, coat: 'ink-soft', coatRadius: 0.6 },
  alone: { role: 'ink', radius: 1.1, coat: 'ink', coatRadius: 1.1 },
  best: { role: 'optimum', radius: 2.5, coat: 'ink', coatRadius: 3.4 },
  valley: { role: 'data', radius: 2.3, coat: 'paper', coatRadius: 4, dash: [13, 21] },
  ridge: { role: 'control', radius: 1.4, coat: 'paper', coatRadius: 2.6, dash: [2, 7] },
  run: { role: 'network', radius: 2, coat: 'paper', coatRadius: 3.6 },
  step: { role: 'network', radius: 3.4, coat: 'paper', coatRadius: 4.4 },
  end: { role: 'network', radius: 6, coat: 'paper', coatRadius: 8 },
  wayCasing: { role: 'optimum', radius: 2, coat: 'ink', coatRadius: 3.2, dash: [1.5, 7] },
  minimum: { role: 'optimum', radius: 6.5, coat: 'ink', coatRadius: 8 },
  critical: { role: 'paper', radius: 3.4, coat: 'data', coatRadius: 5.4 },
  peak: { role: 'paper', radius: 3.2, coat: 'ink', coatRadius: 4.8 },
} satisfies Record<string, Look>;

/** A line of at most about so many pieces, none of them much shorter than MESH. */
const PIECES = 2000;
const MESH = 0.028;

/** Straight lines between these weights, laid on the surface; only what is over the floor. */
function drape(relief: Relief, weights: readonly Pair[], look: Look): Strand[] {
  const { reach } = relief.surface;
  const strands: Strand[] = [];
  let total = 0;
  for (let k = 1; k < weights.length; k++) total += distance(weights[k - 1], weights[k]) / reach;
  const piece = Math.max(MESH, total / PIECES);
  let places: Place[] = [];
  const add = (w: Pair): void => {
    if (Math.abs(w[0]) <= reach && Math.abs(w[1]) <= reach) places.push(placeOn(relief, w));
    else if (places.length) {
      strands.push({ places, look });
      places = [];
    }
  };
  if (weights.length) add(weights[0]);
  for (let k = 1; k < weights.length; k++) {
    const [from, to] = [weights[k - 1], weights[k]];
    const parts = Math.min(Math.max(1, Math.ceil(distance(from, to) / reach / piece)), 400);
    for (let i = 1; i <= parts; i++) {
      const t = i / parts;
      add([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]);
    }
  }
  if (places.length > 1) strands.push({ places, look });
  return strands;
}

const distance = (from: Pair, to: Pair): number => Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) || 0;

const zip = (a: readonly number[], b: readonly number[]): Pair[] => a.map((value, k) => [value, b[k]]);

/** The border, the two lines on which one neuron is alone, and the sets of critical points that are lines. */
export function ground(relief: Relief): Strand[] {
  const { reach, critical } = relief.surface;
  const r = reach;
  const border = drape(
    relief,
    [
      [r, r],
      [-r, r],
      [-r, -r],
      [r, -r],
      [r, r],
    ],
    LOOKS.border,
  );
  const alone = [
    drape(
      relief,
      [
        [-r, 0],
        [r, 0],
      ],
      LOOKS.alone,
    ),
    drape(
      relief,
      [
        [0, -r],
        [0, r],
      ],
      LOOKS.alone,
    ),
  ];
  const bands = critical.map((set) => {
    const corners = cornersOf(set, reach);
    if (corners.length !== 2) return [];
    const look = { 'global-minimum': LOOKS.best, 'local-maximum': LOOKS.ridge }[set.kind as string] ?? LOOKS.valley;
    return drape(relief, corners, look);
  });
  return [border, ...alone, ...bands].flat();
}

export function wayOut({ way }: Answer, relief: Relief): Strand[] {
  if (!way?.found) return [];
  return drape(relief, zip(way.w1, way.w2).slice(0, way.inPlane), LOOKS.wayCasing);
}

export const run = ({ descent }: Answer, relief: Relief): Strand[] =>
  drape(relief, zip(descent.w1, descent.w2), LOOKS.run);

const ball = (relief: Relief, at: Pair, look: Look): Strand => ({ places: [placeOn(relief, at)], look });

/** Steps that lie further apart than a ball is wide, no more of them than can be told apart. */
function steps({ descent: { w1, w2 } }: Answer, relief: Relief): Strand[] {
  const { reach } = relief.surface;
  const balls: Strand[] = [];
  let last: Pair = [Number.NaN, Number.NaN];
  for (let k = 1; k < w1.length && balls.length < 150; k++) {
    if (Math.hypot(w1[k] - last[0], w2[k] - last[1]) < 0.035 * reach) continue;
    last = [w1[k], w2[k]];
    if (Math.max(Math.abs(w1[k]), Math.abs(w2[k])) <= reach) balls.push(ball(relief, last, LOOKS.step));
  }
  return balls;
}

/** Single critical points, the steps of the descent and its end. */
export function balls(answer: Answer, relief: Relief): Strand[] {
  const { critical, reach } = relief.surface;
  const points = critical.filter((set) => cornersOf(set, reach).length === 1);
  const { descent } = answer;
  const end = descent.end === 'diverged' ? [] : [ball(relief, descent.last, LOOKS.end)];
  const marks = points.map(({ kind, vertices: [[a, b]] }) => {
    const look = { 'global-minimum': LOOKS.minimum, 'local-maximum': LOOKS.peak }[kind as string] ?? LOOKS.critical;
    return ball(relief, [a, b], look);
  });
  return [...marks, ...steps(answer, relief), ...end];
}
