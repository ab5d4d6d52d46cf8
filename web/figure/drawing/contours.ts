import { quantileSorted } from 'd3-array';
import { contours } from 'd3-contour';

/** Values over a grid: z[row * cols + col] at (u[col], v[row]), both in equal steps. Only the first `rowsDone` rows count. */
export interface ValueGrid {
  readonly z: Float64Array;
  readonly cols: number;
  readonly rows: number;
  readonly u: ArrayLike<number>;
  readonly v: ArrayLike<number>;
  readonly rowsDone?: number;
}

/** u, v, u, v, ...: the vertices of a piece of a level line. A closed one ends where it began. */
export type LevelLine = Float64Array;

export interface Level {
  value: number;
  lines: LevelLine[];
}

/** The level lines of a grid, in its own units; those that leave it end at its border. */
export function levelLines(grid: ValueGrid, values: readonly number[]): Level[] {
  const rows = grid.rowsDone ?? grid.rows;
  return aboveLevels(grid, values).map(({ value, rings }) => ({
    value,
    lines: rings.flatMap((ring) => pieces(ring, grid.cols, rows)).map((line) => inUnits(line, grid)),
  }));
}

/**
 * All that lies above each level, as closed rings in the grid's units, to be filled by the even-odd rule and clipped at the
 * grid's border: there they run half a step outside it, so that a stroke along them is the level line.
 */
export function levelAreas(grid: ValueGrid, values: readonly number[]): Level[] {
  return aboveLevels(grid, values).map(({ value, rings }) => ({
    value,
    lines: rings.map((ring) => inUnits(ring, grid)),
  }));
}

function aboveLevels(grid: ValueGrid, values: readonly number[]): { value: number; rings: [number, number][][] }[] {
  const { cols, rowsDone = grid.rows } = grid;
  if (rowsDone < 2 || cols < 2) return values.map((value) => ({ value, rings: [] }));
  const done = grid.z.subarray(0, rowsDone * cols) as unknown as number[]; // read by index and length alone
  const trace = contours().size([cols, rowsDone]);
  return values.map((value) => ({
    value,
    rings: trace.contour(done, value).coordinates.flat() as [number, number][][],
  }));
}

/**
 * A ring goes around all that is above the level, along the grid's border too, half a step outside: there it is cut.
 * Sample (col, row) stands at (col + 1/2, row + 1/2).
 */
function pieces(ring: [number, number][], cols: number, rows: number): [number, number][][] {
  const inside = ([x, y]: [number, number]) => x >= 0.5 && x <= cols - 0.5 && y >= 0.5 && y <= rows - 0.5;
  const open = ring.slice(0, -1); // its last point is its first
  const cut = open.findIndex((point) => !inside(point));
  if (cut < 0) return [ring];
  const lines: [number, number][][] = [];
  let line: [number, number][] = [];
  for (let k = 1; k <= open.length; k++) {
    const point = open[(cut + k) % open.length]!;
    if (inside(point)) line.push(point);
    else {
      if (line.length > 1) lines.push(line);
      line = [];
    }
  }
  return lines;
}

function inUnits(line: [number, number][], { u, v, cols, rows }: ValueGrid): LevelLine {
  const place = (axis: ArrayLike<number>, last: number, at: number) =>
    axis[0]! + ((axis[last]! - axis[0]!) * (at - 0.5)) / last;
  return Float64Array.from(line.flatMap(([x, y]) => [place(u, cols - 1, x), place(v, rows - 1, y)]));
}

/** `count` levels that split the range above the least value in equal ratios over so many decades: dense near minima. */
export function geometricLevels(z: Float64Array, count: number, decades = 3): number[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of z) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (!(most > least)) return [];
  return Array.from({ length: count }, (_, k) => least + (most - least) * 10 ** ((-decades * (count - k)) / count));
}

/** `count` levels between which lie equal shares of the grid, judged by at most 10 000 of its points. */
export function quantileLevels(z: Float64Array, count: number): number[] {
  const stride = Math.ceil(z.length / 10_000) | 1; // odd, so that it does not fall in step with the columns
  const seen: number[] = [];
  for (let k = 0; k < z.length; k += stride) if (Number.isFinite(z[k])) seen.push(z[k]!);
  const sorted = seen.sort((a, b) => a - b);
  const levels = Array.from({ length: count }, (_, k) => quantileSorted(sorted, (k + 1) / (count + 1)));
  return [...new Set(levels.filter((level) => level !== undefined))];
}
