import { call } from './call.ts';
import { Held } from './held.ts';
import type { NativeModule, NativeTrainer } from './native.ts';
import type { ActivationPoints, Problem, Trainer, TrainingSnapshot, TrainingStatus } from './types.ts';

export class EngineTrainer implements Trainer {
  readonly #module: NativeModule;
  readonly #held: Held<NativeTrainer>;

  constructor(module: NativeModule, native: NativeTrainer) {
    this.#module = module;
    this.#held = new Held(module, native, 'trainer');
  }

  step(k: number): number {
    return this.#held.call((native) => native.step(k));
  }
  get status(): TrainingStatus {
    return this.#held.native.status() as TrainingStatus;
  }
  get steps(): number {
    return this.#held.native.steps();
  }
  get loss(): number {
    return this.#held.native.loss();
  }
  get weights(): ReturnType<NativeTrainer['weights']> {
    return this.#held.native.weights();
  }
  patterns(): Uint8Array[] {
    return this.#held.call((native) => native.patterns());
  }
  activationPoints(): ActivationPoints {
    return call(this.#module, () => this.#module.activationPoints(this.weights));
  }
  snapshot(): TrainingSnapshot {
    const { W, alpha } = this.weights;
    return { steps: this.steps, W, alpha };
  }
  restore(snapshot: TrainingSnapshot): void {
    this.#held.call((native) => native.restore(snapshot));
  }
  setProblem(problem: Problem): void {
    this.#held.call((native) => native.setProblem(problem));
  }
  setStepSize(stepSize: number): void {
    this.#held.call((native) => native.setStepSize(stepSize));
  }
  dispose(): void {
    this.#held.dispose();
  }
}
