/** Activation patterns, listed and counted. */

export interface PatternSet {
  /** Number of distinct activation patterns, the all-off one included when some direction realises it. */
  count: number;
  /** 2 * sum_{k < rank X} C(n - 1, k): the count in general position. */
  coverCount: bigint;
  patterns: Uint8Array[];
  /** A direction that shows each pattern: count x d, row-major. */
  directions: Float64Array;
  /** d = 2: the angles in [-pi, pi] between which each pattern's directions lie, counterclockwise from the one to the other. */
  arcs?: { from: Float64Array; to: Float64Array };
}

/** Base-10 logarithms, one for each n = 1, 2, .. */
export interface PatternGrowth {
  /** Of Cover's count, exact. */
  count: Float64Array;
  /** Of the classical bound 2 r (e (n - 1) / r)^r, r = min(n, d); NaN at n = 1. */
  bound: Float64Array;
  /** Of 2^n. */
  all: Float64Array;
}

export interface SampleOptions {
  bias?: boolean;
  /** Directions drawn, 1..1e7, default 500. */
  count?: number;
  /** An integer in [0, 2^53). Default 0. */
  seed?: number;
}
