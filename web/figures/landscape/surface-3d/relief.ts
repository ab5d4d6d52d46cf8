import type { Position } from '../../../figure/controls/drag.ts';
import { type Camera, type Outline, type Place, TOP } from '../../../figure/space/camera.ts';
import type { Surface } from '../surface.ts';
import type { Pair } from '../weights.ts';

/** The engine's losses as heights to be drawn. */
export interface Relief {
  readonly surface: Surface;
  /** Of a loss, not cut off. */
  height(loss: number): number;
  /** Of the surface there, between the points of the grid; cut off at TOP. */
  at(a: number, b: number): number;
  /** The loss at which the surface is cut off. */
  readonly cut: number;
  readonly outline: Outline;
}

/**
 * The corners are far higher than all that matters. The surface is cut off where the lines of one neuron alone end, but shows
 * the peak of the zero network whole, and not too small.
 */
function cutOf({ grid: { z, rows, cols }, zeroLoss }: Surface): number {
  const [row, col] = [(rows - 1) / 2, (cols - 1) / 2];
  const ends = [z[row * cols], z[row * cols + cols - 1], z[col], z[(rows - 1) * cols + col]];
  const alone = Math.max(...ends);
  return Math.max(2 * zeroLoss, Math.min(alone, Math.max(4 * zeroLoss, 0.6 * alone))) || 1;
}

/** Corners and middles of the edges. */
const BORDER = [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => [a, b] as const)).filter(([a, b]) => a || b);

export function reliefOf(surface: Surface): Relief {
  const { z, rows, cols } = surface.grid;
  const cut = cutOf(surface);
  const scale = TOP / cut;
  const cell = (at: number, count: number): [number, number] => {
    const place = ((Math.min(Math.max(at, -1), 1) + 1) / 2) * (count - 1);
    const first = Math.min(Math.floor(place), count - 2);
    return [first, place - first];
  };
  const at = (a: number, b: number): number => {
    const [col, s] = cell(a, cols);
    const [row, t] = cell(b, rows);
    const k = row * cols + col;
    const low = z[k] + (z[k + 1] - z[k]) * s;
    const high = z[k + cols] + (z[k + cols + 1] - z[k + cols]) * s;
    return Math.min((low + (high - low) * t) * scale, TOP);
  };
  const outline = BORDER.map(([a, b]): Place => [a, b, at(a, b)]);
  return { surface, cut, at, outline, height: (loss) => loss * scale };
}

export const placeOn = ({ surface: { reach }, at }: Relief, [w1, w2]: Pair): Place => {
  const [a, b] = [w1 / reach, w2 / reach];
  return [a, b, at(a, b)];
};

const onFloor = ([a, b]: readonly [number, number]): boolean => Math.abs(a) <= 1 && Math.abs(b) <= 1;

const PROBES = 240;

/**
 * The weights at which the surface is seen there: of several the ones nearest to `from`, so that a mark that is dragged does
 * not jump to another slope; where there is none, those at which the line of sight passes nearest.
 */
export function weightsAt(relief: Relief, camera: Camera, seen: Position, from: Pair): Pair {
  const { reach } = relief.surface;
  let best: Pair = from;
  let least = Number.POSITIVE_INFINITY;
  let [before, a0, b0] = [0, 0, 0];
  for (let k = 0; k <= PROBES; k++) {
    const c = TOP * (1 - k / PROBES);
    const [a, b] = camera.at(seen, c);
    const above = c - relief.at(a, b);
    const hit = onFloor([a, b]) && (k === 0 ? above <= 1e-9 : above * before <= 0);
    const back = hit && above !== before ? above / (above - before) : 0; // in between, where the line crosses the surface
    const place: Pair = [reach * (a + (a0 - a) * back), reach * (b + (b0 - b) * back)];
    const distance = Math.hypot(place[0] - from[0], place[1] - from[1]);
    const outside = Math.max(Math.abs(a), Math.abs(b), 1) - 1;
    const cost = hit ? distance : 1e3 * (1 + Math.abs(above) + outside) + distance;
    if (cost < least) [least, best] = [cost, place];
    [before, a0, b0] = [above, a, b];
  }
  return best;
}

/** Nothing of the surface stands before it. */
export function isSeen(relief: Relief, camera: Camera, place: Place): boolean {
  const seen = camera.project(place);
  for (let c = place[2] + 0.03; c < TOP; c += 0.02) {
    const [a, b] = camera.at(seen, c);
    if (!onFloor([a, b])) return true;
    if (relief.at(a, b) > c) return false;
  }
  return true;
}
