/** The convex programme, its solvers and their proofs, as JavaScript sees them. */

import type { MatrixLike, Network, VectorLike } from './network-types.ts';

/** Activation patterns, n entries 0 or 1 each. */
export type PatternList = readonly (Uint8Array | readonly number[])[];

/** Which blocks the convex programme has. */
export interface ProgrammeChoice {
  /**
   * Which activation patterns the programme contains. `'all'` (default): every realisable one. `'sampled'`: those of `count`
   * random directions. A list: these; patterns that no direction realises are allowed.
   */
  patterns?: 'all' | 'sampled' | PatternList;
  /** Signs of the output weights: both for every pattern (default), or one, 1 or -1, for each pattern of the list. */
  signs?: 'both' | Int8Array | readonly number[];
}

export interface SolveOptions extends ProgrammeChoice {
  /**
   * `'auto'` (default): `'exact'` for all patterns, which finds those it needs by itself; else `'interior-point'`, or from a
   * warm start `'active-sets'`. Each goes on with another when it must.
   */
  solver?: 'auto' | SolverName;
  /** Directions drawn when patterns are sampled, 1..1e7, default 500. */
  count?: number;
  /** Seed of that draw, an integer in [0, 2^53). Default 0. */
  seed?: number;
  /**
   * Optimal when gap <= tolerance * max(objective, 0.001 * loss of the zero network); as long as it helps, solvers go on to the
   * same with 0.000001. In (0, 1), default 1e-9.
   */
  tolerance?: number;
  /** Rounds of column generation or steps of a method, >= 1, default 1000. */
  maxIterations?: number;
  /** Wall-clock limit, > 0, default Infinity. The best network so far and its true gap are returned. */
  maxSeconds?: number;
  /** A network to start from, e.g. the previous answer while data is dragged. */
  warmStart?: Network;
}

/** The name of a solver's entry in the engine, which refuses a name that it does not know; editors propose the usual ones. */
export type SolverName = 'exact' | 'interior-point' | 'augmented-lagrangian' | 'active-sets' | (string & {});

/** Why the solver stopped: the gap is closed, a limit was met, or rounding allows no further progress (the gap tells where). */
export type SolveStatus = 'optimal' | 'iteration-limit' | 'time-limit' | 'stalled';

/** A proof of quality that any reader can check: objective >= optimum >= lowerBound. */
export interface Certificate {
  /** The network's own loss, re-evaluated from (W, alpha). */
  objective: number;
  /**
   * Proven lower bound on every network's loss, whatever its width; for listed patterns, on every network whose neurons
   * have them. Rounding errors are subtracted. At lambda = 0
   * an unpenalised network could exploit points that only just differ: there the bound holds to rounding, or, for listed
   * patterns, over networks with sum ||w_i|| |alpha_i| up to 100 times what X and y suggest.
   */
  lowerBound: number;
  /** objective - lowerBound, >= 0. */
  gap: number;
  /** Direction (length d) at which the dual constraint is tightest: where a neuron would be added next. */
  worstNeuron: Float64Array;
  /**
   * Dual point theta of the lower bound, n values in the units of y, feasible as it is: with b the weight decay on the scale of
   * 1/2 ||f - y||^2 (see Loss), |theta . max(0, X w)| <= b for every ||w|| <= 1, and theta . y - 1/2 ||theta||^2 is the bound on that
   * scale. With (W, alpha) it is all that is needed to check the gap. All zeros where nothing better than 0 is proven.
   */
  dual: Float64Array;
}

export interface CertifyOptions {
  /** Dual point theta to try as well, n values. */
  dual?: VectorLike;
  patterns?: 'all' | PatternList;
  signs?: ProgrammeChoice['signs'];
}

export interface SolveResult extends Certificate {
  status: SolveStatus;
  /** m x d, row-major. */
  W: Float64Array;
  /** m */
  alpha: Float64Array;
  /** m: number of neurons of the optimal network found; at most n for all patterns. */
  width: number;
  /** d, the column of ones included. */
  dimension: number;
  /** Activation pattern of each neuron, n entries 0 or 1. */
  patterns: Uint8Array[];
  iterations: number;
  /** Newton steps in all. */
  newtonSteps: number;
  seconds: number;
  /** The one that ran. */
  solver: SolverName;
  /** What the lower bound speaks of: every network, or those whose neurons have the programme's patterns and signs. */
  certifiedFor: 'all-patterns' | 'given-patterns';
}

/** A gated ReLU network: f(x_j) = sum_k gates[k][j] (v_k . x_j). The gates are fixed, whatever v_k . x_j is. */
export interface GatedNetwork {
  /** m x d: rows, row-major values with their shape, or row-major values alone (m is then the number of gates). */
  V: MatrixLike | Float64Array;
  gates: PatternList;
}

export interface GatedOptions {
  /** The gates to choose from, as for solve. `'all'` (default): the lower bound then holds for every ReLU network. */
  patterns?: 'all' | 'sampled' | PatternList;
  /** Directions drawn when patterns are sampled, 1..1e7, default 500. */
  count?: number;
  /** Seed of that draw, an integer in [0, 2^53). Default 0. */
  seed?: number;
  /**
   * Optimal when gap <= tolerance * max(objective, 0.001 * loss of the zero network); as long as it helps, solvers go on to the
   * same with 0.000001. In (0, 1), default 1e-9.
   */
  tolerance?: number;
  /** Steps, >= 1, default 1000. */
  maxIterations?: number;
  /** Wall-clock limit, > 0, default Infinity. The best network so far and its true gap are returned. */
  maxSeconds?: number;
}

export interface GatedCertifyOptions {
  /** Dual point theta to try as well, n values. */
  dual?: VectorLike;
  /** The gates that the bound holds over, default `'all'`. */
  patterns?: 'all' | PatternList;
}

export interface GatedCertificate {
  /**
   * The gated network's own loss, re-evaluated from (V, gates). Its penalty is 2 lambda sum_k ||v_k||, which is what a ReLU
   * network pays for the neuron v_k.
   */
  objective: number;
  /** No gated network with these gates has a smaller loss, and so no ReLU network whose neurons have these patterns. */
  lowerBound: number;
  /** objective - lowerBound, >= 0. */
  gap: number;
  /** Dual point theta of the bound, n values, feasible as it is: with the network all that is needed to check the gap. */
  dual: Float64Array;
}

export interface GatedResult extends GatedCertificate {
  status: SolveStatus;
  /** m x d, row-major: the gates that are in use. */
  V: Float64Array;
  /** m, n entries 0 or 1 each. */
  gates: Uint8Array[];
  iterations: number;
  seconds: number;
  /** Whose losses the lower bound speaks of: every ReLU network's, or those whose neurons have the given patterns. */
  certifiedFor: 'all-patterns' | 'given-patterns';
  /** A ReLU network with the same outputs on the data. Missing when a gate in use is realised by no direction. */
  relu?: {
    W: Float64Array;
    alpha: Float64Array;
    /** At most 2 m. */
    width: number;
    dimension: number;
    /** Its loss: an upper bound on the optimum over the same patterns. */
    objective: number;
    /** objective <= bound = L_gated + 4 lambda sum_k ||v_k|| / rho_k, rho_k how deep gate k's cone of directions is, in (0, 1]. */
    bound: number;
  };
}

/** Work that is done a slice of time at a time, in this thread. */
export interface Sliced<Result> {
  /** Works for about this many seconds more (at least one round); the result so far. */
  advance(seconds: number): Result;
  /** The same without the result. */
  work(seconds: number): void;
  /** The result so far. A solve re-evaluates and certifies its network for it, which may take as long as a slice. */
  result(): Result;
  /** Nothing is left to do, or a limit of the options is met. */
  readonly finished: boolean;
  dispose(): void;
}

/** A solve in slices: each answers with the best network so far and its true gap. */
export type Solver = Sliced<SolveResult>;

/**
 * The optimality condition in the plane: with z = 2 k (y - f(X)) and w = (cos angle, sin angle), response = z . max(0, X w). A
 * network is optimal exactly when |response| <= level everywhere and response = +-level, with the sign of alpha, at its neurons.
 */
export interface CertificateCurve {
  /** Ascending in [-pi, pi]; with all rays where a point switches and all local maxima of |response|. */
  angle: Float64Array;
  response: Float64Array;
  /** 2 lambda */
  level: number;
  /** The same at each neuron; NaN for one without weight. */
  neuronAngle: Float64Array;
  neuronResponse: Float64Array;
  /** Local maxima of |response|. */
  extremumAngle: Float64Array;
  extremumResponse: Float64Array;
}
