import type { Functions } from './functions.ts';
import type {
  BasinBand,
  EngineErrorKind,
  LandscapeBand,
  Observe,
  Problem,
  SolveProgress,
  TrainerSettings,
  TrainingSnapshot,
} from './types.ts';

/** Functions of the engine that a worker answers; some it does in slices, see slices.ts. */
export type PlainMethod = keyof Functions;

/** What one training run in the worker is asked; `trainer` is the number the client gave it. */
export interface TrainerCalls {
  create: [problem: Problem, settings: TrainerSettings | undefined, observe: Observe | undefined];
  step: [k: number, observe: Observe | undefined];
  stepFor: [milliseconds: number, maxSteps: number, observe: Observe | undefined];
  seek: [steps: number, observe: Observe | undefined];
  restore: [snapshot: TrainingSnapshot, observe: Observe | undefined];
  setProblem: [problem: Problem, observe: Observe | undefined];
  setStepSize: [stepSize: number, observe: Observe | undefined];
  dispose: [];
}

export type PlainCall = { method: PlainMethod; args: readonly unknown[] };

export type Call =
  | PlainCall
  | { [M in keyof TrainerCalls]: { trainer: number; method: M; args: TrainerCalls[M] } }[keyof TrainerCalls];

/**
 * Page to worker. Every request gets exactly one reply with its id; a cancel gets none. Work in slices that was asked for its
 * progress sends some before the reply.
 */
export type Request = (Call & { id: number; progress?: boolean }) | { cancel: number };

/** Worker to page. `fatal`: the module is beyond use (it aborted or never loaded) and the worker must be replaced. */
export type Reply =
  | { id: number; progress: SolveProgress | LandscapeBand | BasinBand }
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: { kind: EngineErrorKind; message: string }; fatal: boolean };
