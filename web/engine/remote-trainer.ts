import { EngineError } from './errors.ts';
import type { Call, TrainerCalls } from './protocol.ts';
import type {
  CallOptions,
  Observe,
  Problem,
  TrainerSettings,
  TrainingSnapshot,
  TrainingView,
  WorkerTrainer,
} from './types.ts';
import type { EngineClient } from './worker-calls.ts';

/**
 * A training run in the worker, seen from the page. It remembers how the run came to be where it is: when the worker is
 * replaced, the run is made again from the last snapshot seen and the steps since, which gives the same weights.
 */
export class RemoteTrainer implements WorkerTrainer {
  readonly #client: EngineClient;
  readonly #number: number;
  #problem: Problem;
  #settings: TrainerSettings;
  #known: TrainingSnapshot | undefined;
  #steps = 0;
  #lives = false;
  #disposed = false;

  private constructor(client: EngineClient, problem: Problem, settings: TrainerSettings = {}) {
    this.#client = client;
    this.#problem = problem;
    this.#settings = settings;
    this.#number = client.adopt(this);
  }

  static async create(
    client: EngineClient,
    problem: Problem,
    settings: TrainerSettings | undefined,
    observe: Observe | undefined,
  ): Promise<{ trainer: RemoteTrainer; view: TrainingView }> {
    const trainer = new RemoteTrainer(client, problem, settings);
    try {
      trainer.#lives = true;
      return { trainer, view: await trainer.#ask('create', [problem, settings, observe]) };
    } catch (error) {
      client.release(trainer);
      throw error;
    }
  }

  step(k: number, observe?: Observe, call?: CallOptions): Promise<TrainingView> {
    return this.#ask('step', [k, observe], call);
  }
  stepFor(milliseconds: number, maxSteps: number, observe?: Observe, call?: CallOptions): Promise<TrainingView> {
    return this.#ask('stepFor', [milliseconds, maxSteps, observe], call);
  }
  seek(steps: number, observe?: Observe, call?: CallOptions): Promise<TrainingView> {
    return this.#ask('seek', [steps, observe], call);
  }
  async restore(snapshot: TrainingSnapshot, observe?: Observe): Promise<TrainingView> {
    const view = await this.#ask('restore', [snapshot, observe]);
    this.#known = snapshot;
    return view;
  }
  async setProblem(problem: Problem, observe?: Observe): Promise<TrainingView> {
    // The weights at which the data changes are where a replay has to start; the same for the step size below.
    const view = await this.#ask('setProblem', [problem, { ...observe, snapshot: true }]);
    this.#problem = problem;
    return view;
  }
  async setStepSize(stepSize: number): Promise<TrainingView> {
    const view = await this.#ask('setStepSize', [stepSize, { snapshot: true }]);
    this.#settings = { ...this.#settings, stepSize };
    return view;
  }
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#client.release(this);
    if (this.#lives) this.#send('dispose', []).catch(() => {});
  }

  /** The worker that held this run is gone. */
  forget(): void {
    this.#lives = false;
  }

  async #ask<M extends keyof TrainerCalls>(
    method: M,
    args: TrainerCalls[M],
    call?: CallOptions,
  ): Promise<TrainingView> {
    if (this.#disposed) throw new EngineError('invalid-argument', 'this trainer was disposed of');
    if (!this.#lives) this.#revive();
    const view = (await this.#send(method, args, call)) as TrainingView;
    this.#steps = view.steps;
    if (view.snapshot) this.#known = view.snapshot;
    return view;
  }

  /** Sent before the call that needs it; the worker answers a trainer's calls in order. */
  #revive(): void {
    this.#lives = true;
    const ignore = () => {};
    this.#send('create', [this.#problem, this.#settings, undefined]).catch(ignore);
    if (this.#known) this.#send('restore', [this.#known, undefined]).catch(ignore);
    const missing = this.#steps - (this.#known?.steps ?? 0);
    if (missing > 0) this.#send('step', [missing, undefined]).catch(ignore);
  }

  #send<M extends keyof TrainerCalls>(method: M, args: TrainerCalls[M], call?: CallOptions): Promise<unknown> {
    return this.#client.call({ trainer: this.#number, method, args } as Call, call);
  }
}
