import { unwrap } from './engine.ts';
import { EngineError } from './errors.ts';
import type { NativeModule, NativeTrainer } from './native.ts';
import type { ActivationPoints, Problem, Trainer, TrainingSnapshot, TrainingStatus } from './types.ts';

/** Frees the C++ session of a trainer that was dropped without dispose(). */
const forgotten = new FinalizationRegistry<NativeTrainer>((native) => native.delete());

export class EngineTrainer implements Trainer {
  readonly #module: NativeModule;
  #native: NativeTrainer | undefined;

  constructor(module: NativeModule, native: NativeTrainer) {
    this.#module = module;
    this.#native = native;
    forgotten.register(this, native, this);
  }

  step(k: number): number {
    return unwrap(this.#session.step(k));
  }
  get status(): TrainingStatus {
    return this.#session.status() as TrainingStatus;
  }
  get steps(): number {
    return this.#session.steps();
  }
  get loss(): number {
    return this.#session.loss();
  }
  get weights(): ReturnType<NativeTrainer['weights']> {
    return this.#session.weights();
  }
  patterns(): Uint8Array[] {
    return unwrap(this.#session.patterns());
  }
  activationPoints(): ActivationPoints {
    return unwrap(this.#module.activationPoints(this.weights));
  }
  snapshot(): TrainingSnapshot {
    const { W, alpha } = this.weights;
    return { steps: this.steps, W, alpha };
  }
  restore(snapshot: TrainingSnapshot): void {
    unwrap(this.#session.restore(snapshot));
  }
  setProblem(problem: Problem): void {
    unwrap(this.#session.setProblem(problem));
  }
  setStepSize(stepSize: number): void {
    unwrap(this.#session.setStepSize(stepSize));
  }
  dispose(): void {
    if (!this.#native) return;
    forgotten.unregister(this);
    this.#native.delete();
    this.#native = undefined;
  }

  get #session(): NativeTrainer {
    if (!this.#native) throw new EngineError('invalid-argument', 'this trainer was disposed of');
    return this.#native;
  }
}
