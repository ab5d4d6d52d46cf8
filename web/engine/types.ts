/**
 * The engine as JavaScript sees it. Every array handed in is read once and copied; every array handed out is a copy.
 * Letters are those of the article: n data points, d features (the column of ones included when `bias` is true), m neurons.
 */

import type { CreatorsOf, FunctionsOf, WorkerFunctionsOf } from './entry.ts';
import type { Functions } from './functions.ts';
import type { Problem } from './network-types.ts';
import type { Observe, Trainer, TrainerSettings, TrainingView, WorkerTrainer } from './training-types.ts';

export type * from './call-types.ts';
export type * from './landscape-types.ts';
export type * from './network-types.ts';
export type * from './optima-types.ts';
export type * from './path-types.ts';
export type * from './pattern-types.ts';
export type * from './solve-types.ts';
export type * from './training-types.ts';

/** The engine in this thread: the functions of functions.ts, for those that may take long also the work in slices, and training. */
export interface Engine extends FunctionsOf<Functions>, CreatorsOf<Functions> {
  createTrainer(problem: Problem, settings?: TrainerSettings): Trainer;
}

/**
 * What went wrong: the caller's argument, a fault of ours, code that could not be fetched or compiled, a request dropped for a
 * newer one, or a request cancelled.
 */
export type EngineErrorKind = 'invalid-argument' | 'internal' | 'unavailable' | 'superseded' | 'cancelled';

/** The same engine in a worker: the page never waits for it. Every function takes CallOptions behind its own arguments. */
export interface WorkerEngine extends WorkerFunctionsOf<Functions> {
  createTrainer(
    problem: Problem,
    settings?: TrainerSettings,
    observe?: Observe,
  ): Promise<{ trainer: WorkerTrainer; view: TrainingView }>;
  /** Ends the worker; every pending call is rejected with kind 'cancelled'. */
  dispose(): void;
}
