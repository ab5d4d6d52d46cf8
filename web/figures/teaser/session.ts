import type { WorkerEngine } from '../../engine/types.ts';
import type { Actions } from './controls.ts';
import {
  changeSettings,
  needsNewStart,
  newDraw,
  type Point,
  type Settings,
  type State,
  sameState,
  startState,
  withPoints,
} from './model.ts';
import { type Frame, Run } from './run.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** Milliseconds of the worker's time a frame may take: the optimum and the drawing need the rest of 16. */
const BUDGET = 7;
/** The run that plays by itself ends here, in steps. */
const OVERTURE = 300_000;
/** A key press trains for so long, milliseconds. */
const KEY_TRAINING = 500;

type Errand = () => Promise<void>;

/** A run whose steps were too long cannot go on from its weights: with settings that may cure it, it starts again. */
function startsAgain(verdict: Verdict, change: Partial<Settings>): boolean {
  if (verdict === 'thrown' || verdict === 'silenced') return 'stepSize' in change;
  return (verdict === 'diverged' || verdict === 'far') && !('speed' in change);
}

/**
 * What the reader does with the run: playing, scrubbing, changing. Knows no DOM: the figure calls `frame` for every
 * animation frame, and the session says through `host` when there is something new to draw or to keep.
 */
export class Session implements Actions {
  state: State | null = null;
  original: readonly Point[] = [];
  playing = false;
  /** A point is in the reader's hand: train even if paused. */
  holding = false;
  private run: Run;
  /** The frame the reader has scrubbed to; null shows the newest. */
  private scrubbed: Frame | null = null;
  private stopAt = Number.POSITIVE_INFINITY;
  private trainUntil = 0;
  private busy = false;
  /** Work asked for by a button, done before the next training. */
  private errand: Errand | null = null;
  /** The run stopped by itself, at its end: a change sets it going again. */
  private rests = false;
  /** A state the engine has refused: not sent again. */
  private refused: State | null = null;

  constructor(
    private readonly engine: () => WorkerEngine,
    private readonly host: {
      attempt(work: () => Promise<void>): Promise<boolean>;
      changed(): void;
      keep(state: State): void;
    },
  ) {
    this.run = new Run(engine());
  }

  get film(): readonly Frame[] {
    return this.run.film.frames;
  }

  get shown(): Frame | undefined {
    return this.scrubbed ?? this.run.film.last;
  }

  /** What the picture is of, or will be. */
  get stateOnShow(): State | null {
    return this.scrubbed?.state ?? this.state;
  }

  get points(): readonly Point[] {
    return this.stateOnShow?.points ?? [];
  }

  get settings(): Settings | undefined {
    return this.stateOnShow?.settings;
  }

  /** The reader has changed something, data or settings. */
  get changed(): boolean {
    return this.state !== null && !sameState(this.stateOnShow ?? this.state, startState(this.original));
  }

  /** Plays once by itself, unless the reader wants no motion: then the end of the run is there at once. */
  open(original: readonly Point[], state: State, still: boolean): void {
    this.original = original;
    this.state = state;
    this.stopAt = OVERTURE;
    this.playing = !still;
    if (still) this.errand = () => this.trainAtOnce();
    this.host.changed();
  }

  /** After a failure: a new run of the same state. */
  restart(): void {
    this.run.dispose();
    this.run = new Run(this.engine());
    this.scrubbed = null;
    this.refused = null;
  }

  frame(now: number): void {
    const train = this.playing || this.holding || now < this.trainUntil;
    if (this.busy || !this.state || this.state === this.refused) return;
    if (train || this.errand || this.run.behind(this.state)) void this.work(this.state, train);
  }

  /** One round with the engine: first the state, then the errand or the training. */
  private async work(state: State, train: boolean): Promise<void> {
    this.busy = true;
    this.refused = state;
    const { errand } = this;
    this.errand = null;
    const went = await this.host.attempt(async () => {
      await this.run.bring(state);
      this.refused = null;
      if (errand) await errand();
      else if (train) await this.run.advance(BUDGET, state.settings.speed);
    });
    this.busy = false;
    if (!went || this.atEnd()) {
      this.rests ||= went && this.playing;
      this.playing = false;
    }
    this.host.changed();
    // The point has moved on meanwhile: follow it at once, not at the next frame. After a failure the reader decides.
    if (went && this.state !== state) this.frame(performance.now());
  }

  private atEnd(): boolean {
    const { last } = this.run.film;
    return (
      last !== undefined && (last.status === 'diverged' || last.status === 'converged' || last.steps >= this.stopAt)
    );
  }

  private async trainAtOnce(): Promise<void> {
    const left = (): number => this.stopAt - (this.run.film.last?.steps ?? 0);
    while (!this.atEnd() && Number.isFinite(left())) await this.run.advance(20, left());
  }

  /** Takes a new state; it is kept for the next visit unless a drag is still going on. */
  put(state: State): void {
    // Weights kept for an errand do not fit another network.
    if (this.state && needsNewStart(this.state, state)) this.errand = null;
    this.state = state;
    if (!this.holding) this.host.keep(state);
    this.host.changed();
  }

  /** The reader has put a hand on the run: it no longer stops by itself, and goes on from the frame on show. */
  takeOver(): void {
    this.rests = false;
    this.stopAt = Number.POSITIVE_INFINITY;
    const frame = this.scrubbed;
    this.scrubbed = null;
    if (!frame || !this.state || frame === this.run.film.last) return;
    const { points, settings } = frame.state;
    this.state = changeSettings(withPoints(this.state, points), { ...settings, speed: this.state.settings.speed });
    this.errand = () => this.run.resume(frame);
  }

  /** Trains for a moment, even if paused, so that a change is seen on both lines. */
  trainBriefly(): void {
    this.trainUntil = performance.now() + KEY_TRAINING;
  }

  scrubTo(steps: number): void {
    this.show(this.run.film.nearest(steps));
  }

  /** So many key frames back (-) or on (+). */
  nudge(frames: number): void {
    if (this.shown) this.show(this.run.film.neighbour(this.shown, frames));
  }

  private show(frame: Frame | undefined): void {
    this.playing = false;
    this.scrubbed = frame ?? null;
    this.host.changed();
  }

  play(): void {
    const { verdict } = this;
    this.takeOver();
    if (verdict === 'diverged') this.errand = () => this.run.rewind();
    this.playing = true;
    this.host.changed();
  }

  pause(): void {
    this.playing = false;
    this.host.changed();
  }

  step(): void {
    this.takeOver();
    this.playing = false;
    const before = this.errand;
    this.errand = async () => {
      await before?.();
      await this.run.advance(100, 1);
    };
  }

  rewind(): void {
    this.takeOver();
    this.errand = () => this.run.rewind();
  }

  draw(): void {
    this.takeOver();
    this.put(newDraw(this.state as State));
  }

  set(change: Partial<Settings>): void {
    if (!this.state) return;
    const { verdict, rests } = this;
    this.takeOver();
    this.put(changeSettings(this.state, change));
    if (rests && !verdict && !('speed' in change)) this.playing = true;
    if (!startsAgain(verdict, change)) return;
    this.errand = () => this.run.rewind();
    this.playing = true;
  }

  /** Data and settings as they were at first; the run goes on from its weights where they still fit. */
  reset(): void {
    const { verdict } = this;
    this.takeOver();
    this.put(startState(this.original));
    if (verdict && verdict !== 'silent') this.errand = () => this.run.rewind();
    this.trainBriefly();
  }

  /** Nothing is left to gain by this descent: it stopped by itself, and its last frame is on show. */
  get atRest(): boolean {
    return this.rests && !this.playing && this.scrubbed === null && this.run.film.last?.status === 'converged';
  }

  /** What is wrong with the descent at the frame on show. */
  get verdict(): Verdict {
    return this.shown ? verdictOn(this.shown, this.film[0].loss) : null;
  }
}
