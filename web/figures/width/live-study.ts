import type { Workshop } from '../../figure/declaration.ts';
import type { Shown, Source } from '../../figure/source.ts';
import { type Points, type State, WIDTHS } from './model.ts';
import { Study } from './study.ts';

/** Out of sight no frame comes; then no further training is begun, milliseconds. */
const SLEEPY = 500;

/** The first picture of all waits for so many: all widths of one seed but the two that take longest. */
const FIRST = WIDTHS.length - 2;

/** What the drawing is of: the study as far as it has come, and whether it goes on. */
export interface Progress {
  readonly study: Study;
  readonly playing: boolean;
  /** Goes on or pauses; once all is done there is nothing to go on with. */
  toggle(): void;
}

/** The trainings run one after the other while the reader watches. A change of the settings breaks off the one under way. */
export class LiveStudy implements Source<State, Progress> {
  state: State | null = null;
  shown: Shown<State, Progress> | null = null;
  private study: Study | null = null;
  private points: Points | null = null;
  private abort = new AbortController();
  private playing = true;
  private busy = false;
  private refused = false;
  private seen = 0;

  constructor(private readonly figure: Workshop<State, Progress>) {}

  open(state: State): void {
    this.follow(state);
    this.playing = true;
    void this.work();
  }

  change(change: Partial<State>): void {
    if (!this.state) return;
    this.follow({ ...this.state, ...change });
    this.figure.keep(this.state);
    this.figure.redraw();
    void this.work();
  }

  frame(now: number): void {
    this.seen = now;
    if (!this.busy && !this.refused && this.wanted) void this.work();
  }

  stop(): void {
    this.playing = false;
    this.show();
  }

  retry(): void {
    this.refused = false;
  }

  /** Another question breaks off what is under way; another look at the same study does not. */
  private follow(state: State): void {
    const { state: before, study } = this;
    this.state = state;
    if (before && study && this.figure.table.sameQuestion(study.state, state)) {
      if (study.trained[state.chosen]) this.show();
      return;
    }
    this.abort.abort();
    this.abort = new AbortController();
    this.refused = false;
    this.playing = true;
  }

  private get stale(): boolean {
    const { state, study } = this;
    return state !== null && !(study && this.figure.table.sameQuestion(study.state, state));
  }

  /** A picture of what is set is wanted in any case, the rest only while the study goes on. */
  private get wanted(): boolean {
    const { state, study, playing } = this;
    if (!state) return false;
    if (this.stale || !study?.ready || !this.shown) return true;
    return playing && !study.complete && performance.now() - this.seen < SLEEPY;
  }

  private async work(): Promise<void> {
    if (this.busy) return; // what is under way sees for itself that the state has changed
    this.busy = true;
    const went = await this.figure.attempt(async () => {
      while (this.wanted) await this.advance();
    });
    this.busy = false;
    this.refused = !went;
    this.figure.redraw();
  }

  /** The optimum of a new question, or one more training. */
  private async advance(): Promise<void> {
    const { state, abort } = this;
    if (!state) return;
    if (this.stale) {
      const engine = this.figure.engine();
      this.points ??= await pointsOf(engine);
      this.study = await Study.begin(engine, this.points, state);
      return;
    }
    await this.study?.next(abort.signal).catch((error) => {
      if (!abort.signal.aborted) throw error;
    });
    this.show();
  }

  private show(): void {
    const { state, study, playing } = this;
    if (!state || !study?.ready || this.stale) return;
    if (!this.shown && study.done.length < FIRST) return;
    const toggle = (): void => {
      this.playing = !this.playing;
      this.show();
      this.figure.redraw();
    };
    this.shown = { state, answer: { study, playing: playing && !study.complete, toggle } };
    this.figure.redraw();
  }
}

async function pointsOf(engine: ReturnType<Workshop<State, Progress>['engine']>): Promise<Points> {
  const { X, y } = await engine.dataset('teaser');
  return { X, x: [...X.data], y: [...y] };
}
