import { SIGNS } from '../surface.ts';

/** Of the grid's points every so many are corners of triangles: slopes are exact, so that more would not be seen. */
const STRIDE = 2;
/** Points of a patch along one side, both borders included. */
const along = (side: number): number => (side - 1) / 2 / STRIDE + 1;
/** Of the grid's points the first of the quadrant. */
const first = (quadrant: number, side: number): [number, number] => {
  const [a, b] = SIGNS[quadrant];
  const middle = (side - 1) / 2;
  return [a > 0 ? middle : 0, b > 0 ? middle : 0];
};
const onAxis = (k: number, side: number): number => (2 * k) / (side - 1) - 1;

export function patchPlaces(quadrant: number, side: number): Float32Array {
  const [col, row] = first(quadrant, side);
  const n = along(side);
  return Float32Array.from({ length: 2 * n * n }, (_, i) => {
    const k = i >> 1;
    return i % 2 ? onAxis(row + STRIDE * Math.floor(k / n), side) : onAxis(col + STRIDE * (k % n), side);
  });
}

export function patchIndex(side: number): Uint16Array {
  const n = along(side);
  const index: number[] = [];
  for (let row = 0; row < n - 1; row++) {
    for (let col = 0; col < n - 1; col++) {
      const k = row * n + col;
      index.push(k, k + 1, k + n, k + n, k + 1, k + n + 1);
    }
  }
  return Uint16Array.from(index);
}

/** Height and slopes, by differences inside the patch only: exact, since there the loss is a quadratic. */
export function patchRises(z: Float64Array, side: number, quadrant: number, scale: number, to: Float32Array): void {
  const [col0, row0] = first(quadrant, side);
  const n = along(side);
  const perUnit = (scale * (side - 1)) / 4;
  const slope = (k: number, step: number, at: number): number => {
    if (at === 0) return (-3 * z[k] + 4 * z[k + step] - z[k + 2 * step]) * perUnit;
    if (at === n - 1) return (3 * z[k] - 4 * z[k - step] + z[k - 2 * step]) * perUnit;
    return (z[k + step] - z[k - step]) * perUnit;
  };
  let out = 0;
  for (let row = 0; row < n; row++) {
    for (let col = 0; col < n; col++) {
      const k = (row0 + STRIDE * row) * side + col0 + STRIDE * col;
      to[out++] = z[k] * scale;
      to[out++] = slope(k, 1, col);
      to[out++] = slope(k, side, row);
    }
  }
}

/** Of the border's edges: right, top, left, bottom; point j of one. */
function onEdge(edge: number, j: number, side: number): [col: number, row: number] {
  if (edge === 0) return [side - 1, j];
  if (edge === 1) return [j, side - 1];
  return edge === 2 ? [0, j] : [j, 0];
}

/** Upper and lower points in turn, and which is which. */
export function wallPlaces(edge: number, side: number): [Float32Array, Float32Array] {
  const place = new Float32Array(4 * side);
  for (let j = 0; j < side; j++) {
    const [col, row] = onEdge(edge, j, side);
    const [a, b] = [onAxis(col, side), onAxis(row, side)];
    place.set([a, b, a, b], 4 * j);
  }
  return [place, Float32Array.from({ length: 2 * side }, (_, k) => k % 2)];
}

export function wallIndex(side: number): Uint16Array {
  return Uint16Array.from({ length: 6 * (side - 1) }, (_, k) => 2 * Math.floor(k / 6) + [0, 1, 2, 2, 1, 3][k % 6]);
}

export function wallRises(z: Float64Array, side: number, edge: number, scale: number, to: Float32Array): void {
  for (let j = 0; j < side; j++) {
    const [col, row] = onEdge(edge, j, side);
    to[6 * j] = z[row * side + col] * scale;
    to[6 * j + 3] = to[6 * j];
  }
}
