/** Landscapes of the loss, as JavaScript sees them; part of types.ts. Letters as there: n data points, d features, m neurons. */

import type { Network, VectorLike } from './network-types.ts';
import type { DescentPath } from './path-types.ts';
import type { Sliced } from './solve-types.ts';

/** Networks N(u, v) = origin + u A + v B: every weight of both layers is affine in u and v. */
export interface LossPlane {
  origin: Network;
  /** The direction A, of the origin's shape. */
  u: Network;
  /** The direction B. */
  v: Network;
}

/** One weight: of the first layer w_i,input, of the second alpha_i; i = neuron. Counted from 0. */
export interface Parameter {
  /** Default `'first'`. */
  layer?: 'first' | 'second';
  neuron: number;
  /** Default 0. */
  input?: number;
}

/** How to lay a plane. */
export type LossPlaneSpec =
  /** u and v are the values of two weights of the network, the others stay. */
  | { kind: 'parameters'; network: Network; u: Parameter; v: Parameter }
  /**
   * Around the network along two directions drawn from N(0, 1); with `'filter'` (default) each neuron's w and alpha are scaled
   * to the length that they have in the network (Li et al. 2018). The seed is an integer in [0, 2^53), default 0.
   */
  | { kind: 'random'; network: Network; seed?: number; normalization?: 'filter' | 'none' }
  /** Through three networks of one width, at (0, 0), (1, 0) and (0, 1). */
  | { kind: 'networks'; networks: readonly [Network, Network, Network] };

/** A grid over [u0, u1] x [v0, v1], borders included; two finite numbers each, the first one less. */
export interface PlaneGridOptions {
  plane: LossPlane;
  /** Default [-1, 1]. */
  u?: VectorLike;
  /** Default [-1, 1]. */
  v?: VectorLike;
  /** 2..4096, default 128; rows x cols at most 1e7. */
  rows?: number;
  /** 2..4096, default 128. */
  cols?: number;
}

export interface LandscapeOptions extends PlaneGridOptions {
  /** Also which activation pattern each point has; m n at most 200. Default false. */
  cells?: boolean;
}

/** What every grid over a plane says of itself. Point (row, col) has the index row * cols + col. */
export interface PlaneGrid {
  rows: number;
  cols: number;
  /** cols values. */
  u: Float64Array;
  /** rows values. */
  v: Float64Array;
  /** Rows that are complete: all of them, unless the work was left off. */
  rowsDone: number;
}

export interface Landscape extends PlaneGrid {
  /** The loss at every point, rows x cols; NaN where not done. */
  z: Float64Array;
  /** With `cells`: of every point the index of its pattern, -1 where not done. */
  cells?: Int32Array;
  /** With `cells`: m n entries 0 or 1, neuron after neuron; in the order met. A pre-activation of 0 is off. */
  patterns?: Uint8Array[];
}

/** Some complete rows of a grid: those from `firstRow` on, `rows` of them. */
export interface GridBand {
  firstRow: number;
  rows: number;
  cols: number;
}
export interface LandscapeBand extends GridBand {
  /** rows x cols */
  z: Float64Array;
  cells?: Int32Array;
}

export interface BasinOptions extends PlaneGridOptions {
  /** Step size of gradient descent, > 0. Default 0.01. */
  stepSize?: number;
  /** `'first'`: alpha stays. Default `'both'`. */
  layers?: 'first' | 'both';
  /** 0..1e7, default 1000. */
  maxSteps?: number;
  /** A run has converged once ||dL|| ||(W, alpha)|| is at most this share of the zero network's loss. >= 0, default 1e-7. */
  tolerance?: number;
  /** End values nearer to the next than this share of the zero network's loss count as one. >= 0, default 1e-6. */
  valueTolerance?: number;
}

/** How a run ended: 0 converged, 1 out of steps, 2 diverged (the loss rose 1e12-fold). */
export type DescentEnd = 0 | 1 | 2;

/** Where gradient descent ends from every start. */
export interface BasinMap extends PlaneGrid {
  /** At the end of each run; NaN where not done, Infinity if diverged. */
  loss: Float64Array;
  steps: Int32Array;
  /** A DescentEnd each. */
  status: Uint8Array;
  /** Index into `ends`; -1 for a run that has not converged. */
  end: Int32Array;
  /** The distinct losses in which runs converged, best first, and how many starts lead there. */
  ends: { loss: number; count: number }[];
}
export interface BasinBand extends GridBand {
  loss: Float64Array;
  steps: Int32Array;
  status: Uint8Array;
}

/** Work over a grid in slices, whose complete rows can be had one band after the other. */
export interface Banded<Result, Band extends GridBand> extends Sliced<Result> {
  /** The complete rows from that one on; none is an empty band. */
  band(firstRow: number): Band;
}

export interface PlaneCoordinates {
  /** Of the nearest point of the plane, one a network. */
  u: Float64Array;
  v: Float64Array;
  /** From it, the root of the sum of squares over all weights. */
  distance: Float64Array;
}

export interface Sharpness {
  /** The largest eigenvalue of the Hessian, on the sharpest side. */
  sharpness: number;
  /** 2 / sharpness: with a larger step gradient descent leaves this minimum. Infinity unless sharpness > 0. */
  stableStepSize: number;
  /** (neuron, data point) pairs that switch just there, to rounding. */
  kinks: number;
  /** The largest eigenvalue of each smooth piece that meets here, ascending; one value without kinks. */
  sides: Float64Array;
  /** False: there are more than are looked at, 64 or, of more than 400 weights, 8. */
  allSides: boolean;
  /** Of the trained layers, a kink's derivative taken as 0. */
  gradientNorm: number;
}

export interface LossProfile {
  /** From 0 to 1 in equal steps. */
  t: Float64Array;
  loss: Float64Array;
}

/** A path of key frames, or the straight line between two networks of one width. */
export type Way = Pick<DescentPath, 'keyFrames'> | { from: Network; to: Network };
