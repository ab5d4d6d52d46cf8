import type { OutputCurve, SolveResult, TrainingStatus, WorkerEngine } from '../../engine/types.ts';
import { COUNT, type Points, problemOf, type State, settingsOf, startOf, VIEW, WIDTHS } from './model.ts';

/** One training, at its end. */
export interface Trained {
  readonly run: number;
  readonly width: number;
  readonly seed: number;
  readonly loss: number;
  /** Loss over certified optimum; infinite where the training diverged. */
  readonly ratio: number;
  readonly status: TrainingStatus;
  readonly curve: OutputCurve;
}

/** All trainings of one setting beside the certified optimum of their problem, as far as they are done. */
export class Study {
  readonly trained: (Trained | undefined)[] = Array.from({ length: COUNT });
  private readonly queue: number[];

  private constructor(
    private readonly engine: WorkerEngine,
    readonly state: State,
    readonly points: Points,
    readonly optimum: SolveResult,
    readonly best: OutputCurve,
  ) {
    const rest = Array.from({ length: COUNT }, (_, run) => run).filter((run) => run !== state.chosen);
    this.queue = [state.chosen, ...rest];
  }

  /** The optimum comes first: nothing can be compared without it. */
  static async begin(engine: WorkerEngine, points: Points, state: State): Promise<Study> {
    const optimum = await engine.solve(problemOf(points, state.lambda));
    return new Study(engine, state, points, optimum, await engine.outputCurve(optimum, VIEW));
  }

  get done(): readonly Trained[] {
    return this.trained.filter((one) => one !== undefined);
  }

  /** There is something to draw: the training that was on show when it began. */
  get ready(): boolean {
    return this.trained[this.state.chosen] !== undefined;
  }

  get complete(): boolean {
    return this.queue.length === 0;
  }

  /** Runs the next training to its end. An aborted one is not done, and comes again. */
  async next(signal: AbortSignal): Promise<void> {
    const [run] = this.queue;
    if (run === undefined) return;
    const { engine, state, points, optimum } = this;
    const { trainer } = await engine.createTrainer(problemOf(points, state.lambda), settingsOf(state, run));
    try {
      const { loss, status, curve } = await trainer.step(state.steps, { curve: VIEW }, { signal });
      if (!curve) throw new Error('the output was to be observed');
      const ratio = status === 'diverged' ? Number.POSITIVE_INFINITY : loss / optimum.objective;
      this.trained[run] = { run, ...startOf(run, state.draw), loss, ratio, status, curve };
      this.queue.shift();
    } finally {
      trainer.dispose();
    }
  }
}

/** The middle one of the trainings of a width that are done; of an even number the higher of the two in the middle. */
export interface Median {
  readonly width: number;
  readonly ratio: number;
  readonly count: number;
}

export function mediansOf(done: readonly Trained[]): Median[] {
  return WIDTHS.flatMap((width) => {
    const ratios = done.filter((one) => one.width === width).map(({ ratio }) => ratio);
    ratios.sort((a, b) => a - b);
    return ratios.length ? [{ width, ratio: ratios[ratios.length >> 1], count: ratios.length }] : [];
  });
}
