/** Paths of networks, over weight decay or down to the optimum, and the critical points of small ones. */

import type { Network, VectorLike } from './network-types.ts';
import type { SolveStatus } from './solve-types.ts';

/** Either `lambdas`, or `count` of them from `from` to `to` in equal steps of log lambda. */
export interface RegularizationPathOptions {
  /** 1 to 1000 numbers >= 0, in any order. */
  lambdas?: VectorLike;
  /** > 0, default the largest lambda. */
  from?: number;
  /** > 0, default 1e-4 times the largest lambda. */
  to?: number;
  /** 1..1000, default 60. */
  count?: number;
  /** Of every point, as for solve. Default 1e-9. */
  tolerance?: number;
  /** Wall-clock limit for the whole path, > 0, default Infinity. The points that are done by then are returned. */
  maxSeconds?: number;
}

/** `'pinned'`: the neuron's kink has come to rest on a data point; `'released'`: it has left it. */
export interface NeuronEvent {
  kind: 'born' | 'pinned' | 'released' | 'died';
  id: number;
}

/** The certified optimum over all patterns at one lambda. */
export interface RegularizationPoint {
  lambda: number;
  /** dataLoss + penalty. Falls with lambda and is concave in it. */
  objective: number;
  /** Does not rise as lambda falls. */
  dataLoss: number;
  penalty: number;
  /** Proven lower bound on every network's loss at this lambda, whatever its width. */
  lowerBound: number;
  gap: number;
  status: SolveStatus;
  /** m x d, row-major, in order of ids. */
  W: Float64Array;
  alpha: Float64Array;
  /** m */
  width: number;
  /** d, the column of ones included. */
  dimension: number;
  /** m, ascending: a neuron keeps its id from point to point, and none is given twice. */
  ids: Int32Array;
  /** m: the first data point at which the neuron switches exactly there (x . w = 0), -1 when there is none. */
  atPoint: Int32Array;
  /** What has happened to neurons since the point before. */
  events: NeuronEvent[];
  newtonSteps: number;
}

export interface RegularizationPath {
  /** From this lambda on the zero network is optimal. */
  lambdaMax: number;
  /** Largest lambda first. */
  points: RegularizationPoint[];
  /** `'optimal'`: every point is. `'time-limit'`: points are missing, or the last one is unfinished. */
  status: SolveStatus;
}

/**
 * How a key frame is reached from the one before: `'balance'` equal norms in both layers, neurons without effect shrink;
 * `'merge'` neurons of one pattern and sign become one; `'reduce'` until the outputs of the neurons are independent;
 * `'pivot'` neurons are exchanged at the same output; `'interpolate'` the output moves straight to the target's.
 */
export type PathStage = 'start' | 'balance' | 'merge' | 'reduce' | 'pivot' | 'interpolate';

export interface KeyFrame {
  /** width x dimension, row-major. A neuron keeps its row until it is 0; the row is then free for another. */
  W: Float64Array;
  /** width */
  alpha: Float64Array;
  loss: number;
  stage: PathStage;
  /** Place on the path, 0..1: the share of its length in the weights. */
  t: number;
}

/** A path along which the loss never rises; see Engine.descentPath. */
export interface DescentPath {
  /** The first is the given network, bit for bit. */
  keyFrames: KeyFrame[];
  /** It ends at the target's loss, to 8 digits. Otherwise the target is no optimum: it ends where the loss would rise. */
  reached: boolean;
  /** m, of every network on the path. */
  width: number;
  /** d, the column of ones included. */
  dimension: number;
  /** The loss at equally spaced t, when asked for. */
  samples?: { t: Float64Array; loss: Float64Array };
}

export interface DescentPathOptions {
  /**
   * A global optimum to go to, e.g. the result of a solve with tolerance 1e-12: from a coarser one the path may end just
   * before the target, where the loss would begin to rise. Default: solved for here.
   */
  target?: Network;
  /** Places at which to report the loss, 2..1e6. Default: none. */
  samples?: number;
}

export interface CriticalPointSettings {
  /** m, 1 or 2. Default 1. */
  width?: 1 | 2;
  /** `'first'` (default): W is trained, alpha fixed. `'both'`: one neuron, W and alpha. */
  layers?: 'first' | 'both';
  /** m fixed output weights, none 0. Default 1. */
  alpha?: VectorLike;
}

/**
 * A set of critical points, the convex hull of its vertices plus all its rays; a `'hyperbola'` is the branch of
 * w alpha = product through its vertex, its rays are the asymptotes. Kind and loss hold in the set's relative interior; a
 * piece of its border of another kind, such as the end of a segment of minima, is listed as a set of its own.
 */
export interface CriticalSet {
  shape: 'point' | 'segment' | 'ray' | 'region' | 'hyperbola';
  /** `'flat'`: the loss is constant around and better elsewhere. */
  kind: 'global-minimum' | 'local-minimum' | 'saddle' | 'local-maximum' | 'flat';
  loss: number;
  /** Points (w_1, .., w_m), or (w, alpha) with `layers: 'both'`. */
  vertices: Float64Array[];
  rays: Float64Array[];
  /** Sign of each w in the relative interior: -1, 0 or 1. */
  signs: Int8Array;
  /** NaN unless a hyperbola. */
  product: number;
  /**
   * Step size below which gradient descent near this minimum is stable, 2 / (largest eigenvalue of the Hessian); on a hyperbola
   * that of its vertex. NaN where not defined: on kinks and for what is no minimum.
   */
  stableStepSize: number;
}
