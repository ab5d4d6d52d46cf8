/** The set of optimal networks: a polytope of weights over the directions that touch. */

import type { Network, Weights } from './network-types.ts';
import type { Certificate, SolveStatus } from './solve-types.ts';

/** Numbers with their shape, row-major. */
export interface ShapedMatrix {
  data: Float64Array;
  rows: number;
  cols: number;
}

export interface OptimalSetOptions {
  /** Of the optimum, default 1e-13; where rounding allows no such gap, the smallest that it does allow. */
  tolerance?: number;
  /** The slack, relative to the level, at which a direction counts as touching, between 0 and 1; default 1e-9. */
  touching?: number;
  /** 1..1e5, default 2000. */
  maxCorners?: number;
  /** Wall-clock limit for the optimum and then for the corners, > 0, default Infinity. */
  maxSeconds?: number;
  /** A network to start from, such as the optimum before a point moved. */
  warmStart?: Network;
}

/**
 * The optimal networks are {c >= 0 : features c = outputs}: direction k as a neuron of w = sqrt(c_k) directions_k and
 * alpha = signs_k sqrt(c_k). Needs weight decay.
 */
export interface OptimalSet extends Certificate {
  /** Of the solve: where a limit stopped it the network is no optimum, and this is not the set of the optima (`complete` is false). */
  status: SolveStatus;
  /** k x d, unit: where the response touches the level. The solver's neurons come first. */
  directions: ShapedMatrix;
  /** k */
  signs: Int8Array;
  /** n x k: signs_k max(0, x_j . directions_k). */
  features: ShapedMatrix;
  /** n: what every optimal network says at the data. */
  outputs: Float64Array;
  /** Each a row of k weights; at most `rank` of them are not 0. The first is the solver's network. */
  corners: ShapedMatrix;
  /** A place (u, v) for each corner, as seen from where they lie furthest apart; the furthest at distance 1 of their mean, (0, 0). */
  places: ShapedMatrix;
  /** Numbers of corners: the outline of the places, counterclockwise. */
  hull: Float64Array;
  /** Pairs of numbers of corners, one a row. */
  edges: ShapedMatrix;
  /** Numbers of corners, each joined to the next by an edge; all of them, beginning with 0. */
  walk: Float64Array;
  /** Of the response where it touches: 2 lambda. */
  level: number;
  /** k: how far each direction is from touching, relative to the level; 0 but for rounding. */
  slack: Float64Array;
  /** The same of the nearest direction that does not touch; Infinity when none is near. */
  nearestMiss: number;
  /** The slack below which the gap cannot tell. */
  resolution: number;
  /** Of the features. */
  rank: number;
  /** k - rank. 0: one network. */
  dimension: number;
  /** Whether these are all corners. */
  complete: boolean;
  /** k: the mean of the corners. */
  interior: Float64Array;
}

/** What the functions below need of a set. */
export type OptimalPolytope = Pick<OptimalSet, 'directions' | 'signs' | 'features' | 'outputs' | 'corners'>;
export type OptimalMap = OptimalPolytope & Pick<OptimalSet, 'places' | 'hull' | 'edges' | 'walk'>;

/** An optimal network, without the directions of weight 0, and where it is on the map. */
export interface OptimalPlace extends Weights {
  /** k */
  weights: Float64Array;
  u: number;
  v: number;
}

export interface OutputRange {
  /** A value for each row of X: the smallest and the largest output of any optimal network there. */
  low: Float64Array;
  high: Float64Array;
  /** The largest high - low, and the row where it is. */
  difference: number;
  at: number;
}
