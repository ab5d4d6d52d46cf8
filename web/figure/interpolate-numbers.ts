// What d3-scale asks of d3-interpolate, for numbers: the same values, to the bit.

type Interpolator = (t: number) => number;

export const interpolateNumber =
  (a: number, b: number): Interpolator =>
  (t) =>
    a * (1 - t) + b * t;

export const interpolateRound =
  (a: number, b: number): Interpolator =>
  (t) =>
    Math.round(a * (1 - t) + b * t);

/** Without being told how, a scale blends numbers. */
export { interpolateNumber as interpolate };

/** Of diverging scales alone, which nothing here uses. */
export const piecewise = undefined;
