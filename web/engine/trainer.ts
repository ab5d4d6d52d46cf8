import { call } from './call.ts';
import { Held } from './held.ts';
import type { NativeModule, NativeTrainer } from './native.ts';
import type {
  ActivationPoints,
  Evaluation,
  MatrixLike,
  Problem,
  Trainer,
  TrainingEvent,
  TrainingSnapshot,
  TrainingStatus,
  Weights,
} from './types.ts';

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
  stepFor(milliseconds: number, maxSteps?: number): number {
    return this.#held.call((native) => native.stepFor(milliseconds, maxSteps));
  }
  seek(steps: number): number {
    return this.#held.call((native) => native.seek(steps));
  }
  get firstStep(): number {
    return this.#held.native.firstStep();
  }
  get status(): TrainingStatus {
    return this.#held.native.status() as TrainingStatus;
  }
  get statusMessage(): string {
    return this.#held.native.statusMessage();
  }
  /** Cheaper to ask than the status. */
  get diverged(): boolean {
    return this.#held.native.diverged();
  }
  get steps(): number {
    return this.#held.native.steps();
  }
  get loss(): number {
    return this.#held.native.loss();
  }
  get weights(): Weights {
    return this.#held.native.weights();
  }
  evaluation(): Evaluation {
    return this.#held.call((native) => native.evaluation());
  }
  predict(X: MatrixLike): Float64Array {
    return this.#held.call((native) => native.predict(X));
  }
  patterns(): Uint8Array[] {
    return this.#held.call((native) => native.patterns());
  }
  uniquePatterns(): number {
    return this.#held.call((native) => native.uniquePatterns());
  }
  events(from?: number): TrainingEvent[] {
    return this.#held.call((native) => native.events(from));
  }
  get eventCount(): number {
    return this.#held.native.eventCount();
  }
  activationPoints(): ActivationPoints {
    return call(this.#module, () => this.#module.activationPoints!(this.weights));
  }
  snapshot(): TrainingSnapshot {
    return this.#held.call((native) => native.snapshot());
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
