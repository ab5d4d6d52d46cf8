import type {
  ActivationPoints,
  Network,
  Observe,
  OutputCurve,
  SolveResult,
  TrainingSnapshot,
  TrainingView,
  WorkerEngine,
  WorkerTrainer,
} from '../../engine/types.ts';
import { History } from '../../figure/history.ts';
import { needsNewStart, problemOf, type State, trainerSettings, view } from './model.ts';

/** The certified optimum of one problem, and what it looks like. */
export interface Optimum {
  readonly result: SolveResult;
  readonly curve: OutputCurve;
  readonly neurons: ActivationPoints;
  /** Loss of the network without neurons on the same problem: what a useful network stays below. */
  readonly emptyLoss: number;
}

/** One moment of the run: all that the figure draws, data included, as it was then. */
export interface Frame {
  readonly steps: number;
  readonly loss: number;
  readonly status: TrainingView['status'];
  /** The first step seen at which the loss was above its start, the problem being the same; null while there is none. */
  readonly thrownAt: number | null;
  readonly curve: OutputCurve;
  readonly neurons: ActivationPoints;
  readonly snapshot: TrainingSnapshot;
  /** What the reader had set: data, weight decay, all of it. */
  readonly state: State;
  /** Null until the first answer has come. */
  readonly optimum: Optimum | null;
}

const range = { from: view.x[0], to: view.x[1] };
const observe: Observe = { curve: range, activationPoints: true, snapshot: true };

const KEY_FRAMES = 300;
/** Rounding, and the ripple of long steps, are no climb. */
const ABOVE = 1.01;
const nobody: Network = { W: { data: new Float64Array(), rows: 0, cols: 2 }, alpha: [] };

/**
 * One descent beside the optimum of the same problem. The wiring calls `bring` with the state it wants and `advance` to
 * train; both talk to the engine, one after the other, and the film records what was seen.
 */
export class Run {
  readonly film = new History<Frame>(KEY_FRAMES, Math.sqrt);
  /** The newest optimum, used to start the next search. */
  optimum: Optimum | null = null;
  private trainer: WorkerTrainer | null = null;
  private at: State | null = null;
  private readonly engine: WorkerEngine;

  constructor(engine: WorkerEngine) {
    this.engine = engine;
  }

  /** Makes the run follow the state: a new start, another problem, another step size, or nothing. */
  async bring(state: State): Promise<void> {
    const before = this.at;
    if (before === state) return;
    this.at = state;
    try {
      if (!before || !this.trainer || needsNewStart(before, state)) await this.start(state);
      else await this.change(before, state);
    } catch (error) {
      this.at = null; // not arrived: the next call starts from nothing
      throw error;
    }
  }

  /**
   * Trains for about so many milliseconds, or so many steps, but at first not for more than it has behind it: the most
   * happens in the first steps, and they are all seen.
   */
  async advance(milliseconds: number, steps: number): Promise<void> {
    if (!this.trainer) return;
    const most = Math.max(1, this.film.last?.steps ?? 0);
    this.record(await this.trainer.stepFor(milliseconds, Math.min(steps, most), observe));
  }

  /** Back to the weights of a frame of the film. What came later is forgotten. */
  async resume(frame: Frame): Promise<void> {
    if (!this.trainer) return;
    const seen = await this.trainer.restore(frame.snapshot, observe);
    this.film.cutAfter(frame);
    this.record(seen);
  }

  /** True when the run has not yet followed the state. */
  behind(state: State): boolean {
    return this.at !== state;
  }

  /** The weights of the start, on the present problem. */
  async rewind(): Promise<void> {
    const first = this.film.frames[0];
    if (!this.trainer || !first) return;
    const seen = await this.trainer.restore(first.snapshot, observe);
    this.film.clear();
    this.record(seen);
  }

  dispose(): void {
    this.trainer?.dispose();
    this.trainer = null;
    this.at = null;
  }

  private async start(state: State): Promise<void> {
    this.trainer?.dispose();
    this.trainer = null;
    const [{ trainer, view: seen }] = await Promise.all([
      this.engine.createTrainer(problemOf(state), trainerSettings(state), observe),
      this.solve(state),
    ]);
    this.trainer = trainer;
    this.film.clear();
    this.record(seen);
  }

  private async change(before: State, state: State): Promise<void> {
    const trainer = this.trainer as WorkerTrainer;
    if (before.settings.stepSize !== state.settings.stepSize) {
      await trainer.setStepSize(state.settings.stepSize);
      const { last } = this.film;
      if (last) this.film.push({ ...last, state });
    }
    if (before.points === state.points && before.settings.lambda === state.settings.lambda) return;
    const [seen] = await Promise.all([trainer.setProblem(problemOf(state), observe), this.solve(state)]);
    this.record(seen);
  }

  private async solve(state: State): Promise<void> {
    const previous: Network | undefined = this.optimum
      ? { W: this.optimum.result.W, alpha: this.optimum.result.alpha }
      : undefined;
    const result = await this.engine.solve(problemOf(state), { warmStart: previous });
    const network = { W: result.W, alpha: result.alpha };
    const [curve, neurons, empty] = await Promise.all([
      this.engine.outputCurve(network, range),
      this.engine.activationPoints(network),
      this.engine.evaluate(problemOf(state), nobody),
    ]);
    this.optimum = { result, curve, neurons, emptyLoss: empty.objective };
  }

  private record({ steps, loss, status, curve, activationPoints, snapshot }: TrainingView): void {
    if (!curve || !activationPoints || !snapshot || !this.at) return;
    const before = this.film.frames.findLast((frame) => frame.steps <= steps);
    this.film.push({
      steps,
      loss,
      status,
      thrownAt: before?.thrownAt ?? (this.aboveStart(loss) ? steps : null),
      curve,
      neurons: activationPoints,
      snapshot,
      state: this.at,
      optimum: this.optimum,
    });
  }
  /** Only a start on the same problem can be compared with. */
  private aboveStart(loss: number): boolean {
    const start = this.film.frames[0];
    if (!start || !this.at || start.state.points !== this.at.points) return false;
    return start.state.settings.lambda === this.at.settings.lambda && loss > ABOVE * start.loss;
  }
}
