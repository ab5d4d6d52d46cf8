/** Outlines of marks around (0, 0) and of lines, as SVG path data. */

/** A data point. */
export const cross = (r: number): string => `M${-r},${-r}L${r},${r}M${-r},${r}L${r},${-r}`;

type Scale = (value: number) => number;

/** Through (xs[k], ys[k]). */
export const polyline = (xs: ArrayLike<number>, ys: ArrayLike<number>, x: Scale, y: Scale): string =>
  Array.from(xs, (value, k) => `${k ? 'L' : 'M'}${x(value).toFixed(1)},${y(ys[k]).toFixed(1)}`).join('');
