import { Held } from './held.ts';
import type { NativeModule, NativeTrainer } from './native.ts';
import type { ActivationPoints, Problem, Trainer, TrainingSnapshot, TrainingStatus } from './types.ts';
import { unwrap } from './unwrap.ts';

export class EngineTrainer implements Trainer {
  readonly #module: NativeModule;
  readonly #held: Held<NativeTrainer>;

  constructor(module: NativeModule, native: NativeTrainer) {
    this.#module = module;
    this.#held = new Held(native, 'trainer');
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
    this.#held.dispose();
  }

  get #session(): NativeTrainer {
    return this.#held.native;
  }
}
