/** The WebAssembly module as embind presents it. Functions answer an envelope; nothing here throws on bad input. */

import type { NativeNamesOf } from './entry.ts';
import type { Functions } from './functions.ts';
import type { Weights } from './network-types.ts';

export type Envelope =
  | { ok: true; value: unknown }
  | { ok: false; error: { kind: 'invalid-argument' | 'internal' | 'elsewhere'; message: string } };

export interface NativeTrainer {
  step(k: unknown): Envelope;
  stepFor(milliseconds: unknown, maxSteps: unknown): Envelope;
  seek(steps: unknown): Envelope;
  firstStep(): number;
  diverged(): boolean;
  statusMessage(): string;
  snapshot(): Envelope;
  uniquePatterns(): Envelope;
  evaluation(): Envelope;
  events(from: unknown): Envelope;
  eventCount(): number;
  setProblem(problem: unknown): Envelope;
  setStepSize(stepSize: unknown): Envelope;
  restore(snapshot: unknown): Envelope;
  predict(X: unknown): Envelope;
  patterns(): Envelope;
  status(): string;
  steps(): number;
  loss(): number;
  weights(): Weights;
  delete(): void;
}

/** Work in slices; what has come of it is asked for by itself, because it may cost as much as a slice. */
export interface NativeSliced {
  advance(seconds: unknown): Envelope;
  result(): Envelope;
  finished(): boolean;
  delete(): void;
}

/** Work over a grid: its complete rows from one on can be had at any time. */
export interface NativeBanded extends NativeSliced {
  band(firstRow: unknown): Envelope;
}

/** The stack pointer of the WebAssembly module. */
export interface NativeStack {
  stackSave(): number;
  stackRestore(pointer: number): void;
}

/**
 * A module: the small one binds some functions of the table, the full one all of them. What is not bound, as what the small
 * module cannot do, is answered elsewhere.
 */
export type NativeModule = NativeStack & {
  readonly [name in NativeNamesOf<Functions> | 'createTrainer']?: (...args: unknown[]) => Envelope;
};

export type CreateModule = (options: { locateFile?: () => string; wasmBinary?: Uint8Array }) => Promise<NativeModule>;
