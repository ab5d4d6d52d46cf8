/** Training runs as JavaScript sees them. */

import type { CallOptions } from './call-types.ts';
import type {
  ActivationPoints,
  Directions,
  Evaluation,
  MatrixLike,
  Network,
  OutputCurve,
  Problem,
  VectorLike,
  Weights,
} from './network-types.ts';

/**
 * With g = dL/dw, the step t = 1, 2, .. and the step size gamma, as in PyTorch:
 * - `'gd'`:       w -= gamma g
 * - `'momentum'`: v = momentum v + g; w -= gamma v
 * - `'nesterov'`: v = momentum v + g; w -= gamma (g + momentum v)
 * - `'adam'`:     v = beta1 v + (1 - beta1) g; s = beta2 s + (1 - beta2) g^2;
 *                 w -= gamma v / (1 - beta1^t) / (sqrt(s / (1 - beta2^t)) + epsilon)
 * - `'adagrad'`:  s += g^2; w -= gamma g / (sqrt(s) + epsilon)
 * - `'rmsprop'`:  s = smoothing s + (1 - smoothing) g^2; w -= gamma g / (sqrt(s) + epsilon)
 * - `'sgd'`:      as gd, on `batchSize` data points a step
 */
export type Optimizer = 'gd' | 'momentum' | 'nesterov' | 'adam' | 'adagrad' | 'rmsprop' | 'sgd';

export interface TrainerSettings {
  /** m, number of neurons, 1..1e6. Default 100. Taken from alpha when weights are given. */
  width?: number;
  /**
   * How W and alpha are drawn: `'normal'` N(0, 1), `'he'` N(0, 2 / fan-in), `'torch'` U(+-1 / sqrt(fan-in)), `'balanced'` W as
   * normal and alpha = +-||w||. Default 'normal'.
   */
  initialization?: 'normal' | 'he' | 'torch' | 'balanced';
  /** Multiplies the initial weights, > 0. Default 1. */
  scale?: number;
  /** Seed of the draw and of the order of mini-batches, an integer in [0, 2^53). Default 0. */
  seed?: number;
  /** Default 'gd'. */
  optimizer?: Optimizer;
  /** Of momentum and nesterov, in [0, 1). Default 0.9. */
  momentum?: number;
  /** Of adam, in [0, 1). Default 0.9. */
  beta1?: number;
  /** Of adam, in [0, 1). Default 0.999. */
  beta2?: number;
  /** Of rmsprop, in [0, 1). Default 0.99. */
  smoothing?: number;
  /** Of adam, adagrad and rmsprop, > 0. Default 1e-8, for adagrad 1e-10. */
  epsilon?: number;
  /** Step size gamma > 0. Default 0.01. */
  stepSize?: number;
  /** Multiplies the step size in the first layer, >= 0; 0 freezes it. Default 1. */
  firstLayerRate?: number;
  /** The same in the second layer; not both 0. Default 1. */
  secondLayerRate?: number;
  /**
   * Data points a step, 1..n, for any optimizer. Every epoch visits all of them once in a seeded order; the gradient is scaled to
   * estimate that of the whole loss. Default: all, for sgd at most 32.
   */
  batchSize?: number;
  /** Whether to keep an account of what happens to the activation patterns; see Trainer.events. Default false. */
  events?: boolean;
  /** Memory for key frames, which seek replays from, in bytes. Default 16e6. */
  filmBytes?: number;
  /** Given weights instead of a draw; both or neither. */
  W?: Network['W'];
  alpha?: VectorLike;
}

/**
 * `'silent'`: no neuron is active on any data point, so that the gradient of the misfit is zero and only weight decay still
 * acts. `'converged'`: every neuron is at rest. `'diverged'`: the loss rose 1e12-fold or left the finite range; the run stopped
 * at the last weights before that.
 */
export type TrainingStatus = 'running' | 'silent' | 'converged' | 'diverged';

/** All that a run needs to go on exactly. */
export interface TrainingSnapshot {
  steps: number;
  W: Float64Array;
  alpha: Float64Array;
  /** What the optimizer remembers, v and s of its rule, where it does. */
  velocity?: Moments;
  squares?: Moments;
}

/** One number a weight. */
export interface Moments {
  W: Float64Array;
  alpha: Float64Array;
}

/**
 * `'on'`, `'off'`: the neuron begins or ceases to see data point `other`. `'dies'`: it sees none any more. `'merges'`: it takes the
 * pattern of neuron `other`, whose alpha has the same sign, so that the convex programme joins the two.
 */
export interface TrainingEvent {
  /** The first step after which it is so. */
  step: number;
  kind: 'on' | 'off' | 'dies' | 'merges';
  neuron: number;
  other?: number;
}

/** A whole run, as it was after some steps; shorter than was asked where it diverged. */
export interface RunRecord {
  steps: Float64Array;
  /** Over the data by then: a step on a part of them is a part of a pass. */
  passes: Float64Array;
  /** The objective after each. */
  loss: Float64Array;
  networks: Weights[];
  /** At the end, and the same in words. */
  status: TrainingStatus;
  message: string;
}

export interface StepLimitOptions {
  /** Of each run that is tried, 1..1e6, default 1000. */
  steps?: number;
  /** The first step size tried, > 0, default 1e-5. */
  from?: number;
  /** None longer is tried, >= from, default 1e3. */
  to?: number;
}

/** A run is thrown when it diverges, ends above the loss it began with, or with every neuron off that was on. */
export interface StepLimit {
  /** The longest step size tried that does not throw it, below `throws`; 0 when the first one does. */
  bears: number;
  /** The shortest one tried that does, within 2.2 % of `bears`; Infinity when none does. */
  throws: number;
}

/** A training run, in this thread. */
export interface Trainer {
  /** Runs k steps (k >= 0) or fewer if the run diverges; returns the objective after them. */
  step(k: number): number;
  /** Steps for about so many milliseconds, at least once and at most `maxSteps` times; returns the objective. */
  stepFor(milliseconds: number, maxSteps?: number): number;
  /**
   * To the state after that many steps of this run, before or after the present one, bit for bit: from the nearest key frame, by
   * making the steps since again.
   */
  seek(steps: number): number;
  /** How far back seek goes: to the start, or to where the data, the step size or the weights were last set. */
  readonly firstStep: number;
  /** Costs about as much as a step. */
  readonly status: TrainingStatus;
  /** The status in words: "diverged at step 812: the loss rose above 3e12". */
  readonly statusMessage: string;
  readonly steps: number;
  /** The objective at the present weights. */
  readonly loss: number;
  readonly weights: Weights;
  /** The loss, its parts and the predictions at the present weights. */
  evaluation(): Evaluation;
  /** f at the rows of X, which have the columns of the problem's X. */
  predict(X: MatrixLike): Float64Array;
  /** Activation pattern of each neuron, n entries 0 or 1. */
  patterns(): Uint8Array[];
  /** How many different ones, that of silent neurons included. */
  uniquePatterns(): number;
  /** What happened to the patterns so far, from event number `from` on; the first 100,000 are kept. Asks for `events: true`. */
  events(from?: number): TrainingEvent[];
  /** How many events there were, also of those not kept. */
  readonly eventCount: number;
  /** Only for 1-D data with a bias. */
  activationPoints(): ActivationPoints;
  snapshot(): TrainingSnapshot;
  /** Back (or forward) to a snapshot of this run's shape and optimizer; continuing from it repeats the run bit for bit. */
  restore(snapshot: TrainingSnapshot): void;
  /** Goes on with other data, labels or weight decay (n may change, d may not); the weights stay. */
  setProblem(problem: Problem): void;
  setStepSize(stepSize: number): void;
  dispose(): void;
}

/** What a figure may ask to see after some steps, gathered in one message. */
export interface Observe {
  curve?: { from: number; to: number };
  activationPoints?: boolean;
  /** The weights and moments themselves, for key frames. */
  snapshot?: boolean;
  directions?: boolean;
  patterns?: boolean;
  uniquePatterns?: boolean;
  /** The parts of the loss and the predictions. */
  evaluation?: boolean;
  /** f at these inputs, which have the columns of X. */
  predictions?: MatrixLike;
  /** Events from this number on. */
  events?: number;
  /** The status in words. */
  message?: boolean;
}

export interface TrainingView {
  status: TrainingStatus;
  steps: number;
  loss: number;
  curve?: OutputCurve;
  activationPoints?: ActivationPoints;
  snapshot?: TrainingSnapshot;
  directions?: Directions;
  patterns?: Uint8Array[];
  uniquePatterns?: number;
  evaluation?: Evaluation;
  predictions?: Float64Array;
  events?: TrainingEvent[];
  message?: string;
}

/** A training run that lives in the worker. Calls are answered in order. It survives a restart of the worker. */
export interface WorkerTrainer {
  step(k: number, observe?: Observe, call?: CallOptions): Promise<TrainingView>;
  /** Steps for about this many milliseconds of the worker's time, and at most maxSteps. */
  stepFor(milliseconds: number, maxSteps: number, observe?: Observe, call?: CallOptions): Promise<TrainingView>;
  /** To the state after that many steps; see Trainer.seek. */
  seek(steps: number, observe?: Observe, call?: CallOptions): Promise<TrainingView>;
  restore(snapshot: TrainingSnapshot, observe?: Observe): Promise<TrainingView>;
  setProblem(problem: Problem, observe?: Observe): Promise<TrainingView>;
  setStepSize(stepSize: number): Promise<TrainingView>;
  dispose(): void;
}
