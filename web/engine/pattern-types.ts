/** Activation patterns, listed, counted and watched in training. */

import type { TrainerSettings, TrainingStatus } from './training-types.ts';

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

export interface PatternsInTrainingSettings extends TrainerSettings {
  /** 1..1e5, and (steps + 1) x width x n at most 1e8. Default 440. */
  steps?: number;
  /**
   * Which blocks the programme has for the pattern of a neuron: `'own'` (default) one, with the sign of the neuron's alpha; `'both'` one
   * of each sign, as the programme is stated.
   */
  signs?: 'own' | 'both';
  /** Of every optimum, see SolveOptions. Default 1e-7. */
  tolerance?: number;
}

/**
 * One entry for each step made, that of the start included; row t of a table begins at t times its width. Both losses are of the
 * problem's objective, weight decay included: loss[t] is never below the optimum of its own patterns.
 */
export interface PatternsInTraining {
  /** Of the network in training. */
  loss: Float64Array;
  /** Of the best network whose neurons have the patterns of this step. */
  optimum: Float64Array;
  /** On that optimum, proven. */
  lowerBound: Float64Array;
  /** How many different patterns, that of silent neurons included. */
  unique: Int32Array;
  /** steps x m: of each neuron the first one that has its pattern. */
  group: Int32Array;
  /** steps x m: of alpha, -1 or 1. */
  sign: Int8Array;
  /** steps x m x n: 1 where the neuron sees the point. */
  on: Uint8Array;
  /** How many programmes were solved: where no pattern changes, the optimum of the step before stands. */
  programmes: number;
  /** `'diverged'`: the run ended before the steps were made. */
  status: TrainingStatus;
}
