/** The problem, the network and what can be said of one, as JavaScript sees them. */

/** An n x d matrix: an array of rows, or row-major values with their shape. */
export type MatrixLike =
  | readonly (readonly number[])[]
  | { readonly data: Float64Array; readonly rows: number; readonly cols: number };

/** A vector: a plain array or a Float64Array. */
export type VectorLike = readonly number[] | Float64Array;

/**
 * The training problem. With f(x) = sum_i alpha_i max(0, w_i . x):
 * - `'sum'` (default): ||f - y||^2     + lambda * sum_i (||w_i||^2 + alpha_i^2)
 * - `'mean'`:          ||f - y||^2 / n + lambda * sum_i (||w_i||^2 + alpha_i^2)
 * - `'half'`:          ||f - y||^2 / 2 + lambda * sum_i (||w_i||^2 + alpha_i^2)
 */
export interface Problem {
  X: MatrixLike;
  y: VectorLike;
  /** Weight decay, >= 0 and finite. */
  lambda: number;
  loss?: 'sum' | 'mean' | 'half';
  /** Append a column of ones to X. Default false. */
  bias?: boolean;
}

/** Two-layer ReLU network. W is m x d: rows, row-major values with their shape, or row-major values alone (m is then the length of alpha). */
export interface Network {
  W: MatrixLike | Float64Array;
  alpha: VectorLike;
}

/** Weights as the engine hands them out: W is m x d, row-major. */
export interface Weights {
  W: Float64Array;
  alpha: Float64Array;
  /** m */
  width: number;
  /** d, the column of ones included. */
  dimension: number;
}

export interface Evaluation {
  objective: number;
  dataLoss: number;
  penalty: number;
  /** f(x_j), length n. */
  predictions: Float64Array;
}

/** What one neuron shows on 1-D data with a bias: its activation point and how it bends the output there. */
export interface ActivationPoints {
  /** Where w_i . (x, 1) changes sign: -w_i2 / w_i1. Length m; +-Infinity when the neuron has no kink. */
  position: Float64Array;
  /** +1 when active to the right of it, -1 to the left. */
  side: Int8Array;
  /** Signed slope |w_i1| * alpha_i on its active side. */
  slope: Float64Array;
  /** ||w_i|| * |alpha_i|. */
  weight: Float64Array;
}

/** x and f(x) at every vertex of the piecewise linear output on [from, to]; the polyline through them is exact. */
export interface OutputCurve {
  x: Float64Array;
  y: Float64Array;
}

/** Each neuron as a direction and a weight: f(x) = sum_i sign(alpha_i) weight_i max(0, direction_i . x). */
export interface Directions {
  /** m x d, row-major: w_i / ||w_i||, or 0. */
  direction: Float64Array;
  /** ||w_i||. Length m. */
  norm: Float64Array;
  /** ||w_i|| |alpha_i|, the neuron's share of the penalty of the convex programme. */
  weight: Float64Array;
  /** atan2(w_i2, w_i1) where d = 2, else NaN. */
  angle: Float64Array;
}

/** How neurons moved: by turning, as in the alignment phase of a small start, or by growing, as in its fitting phase. */
export interface Motion {
  /** Radians between w_i then and now; 0 where either is zero. Length m. */
  angle: Float64Array;
  /** ln(||w_i|| now / ||w_i|| then); 0 where either is zero. */
  growth: Float64Array;
  /** Mean of `angle`. */
  turning: number;
  /** Mean of |`growth`|. */
  growing: number;
  /** How far all weights moved, relative to their size then: small in the lazy regime. */
  distance: number;
}

/** A named data set of the article. */
export interface Dataset {
  name: string;
  /** n x d, row-major, without the column of ones. */
  X: { data: Float64Array; rows: number; cols: number };
  y: Float64Array;
  bias: boolean;
}

export type DatasetName = 'teaser' | 'notebook' | 'two-points' | 'single-neuron' | 'collinear' | 'linear-teacher';
