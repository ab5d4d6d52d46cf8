import type { Workshop } from '../../figure/declaration.ts';
import type { Shown, Source } from '../../figure/source.ts';
import type { State } from './model.ts';
import { Session } from './session.ts';

/** The first figure's pictures come from a run that goes on while the reader watches: its answer is the session itself. */
export class LiveRun implements Source<State, Session> {
  readonly session: Session;

  constructor(private readonly figure: Workshop<State, Session>) {
    this.session = new Session(figure.engine, {
      attempt: (work) => figure.attempt(work),
      changed: () => figure.redraw(),
      keep: (state) => figure.keep(state),
    });
  }

  get state(): State | null {
    return this.session.stateOnShow;
  }

  get shown(): Shown<State, Session> | null {
    const { film, stateOnShow } = this.session;
    return film.length > 0 && stateOnShow ? { state: stateOnShow, answer: this.session } : null;
  }

  open(state: State): void {
    if (this.session.state) this.session.restart();
    this.session.open(this.figure.begun.points, state, this.figure.host.motion.still());
  }

  change(change: Partial<State>): void {
    const { state } = this.session;
    if (state) this.session.put({ ...state, ...change });
  }

  frame(now: number): void {
    this.session.frame(now);
  }

  stop(): void {
    this.session.pause();
  }

  retry(): void {
    this.session.restart();
  }
}
