import type { WorkerEngine } from '../engine/types.ts';
import type { Workshop } from './declaration.ts';
import type { Ground, Shown, Source } from './source.ts';

type Model<State, Answer> = (state: State, last: Answer | null) => Promise<Answer>;

interface Question<State, Answer> {
  /** Made when it is first needed: it may remember what it has computed. */
  model(): Model<State, Answer>;
  sameQuestion(a: State, b: State): boolean;
}

/**
 * Pictures that are the engine's answer to what the reader has set: state -> answer -> picture. While an answer is being computed
 * the reader may go on changing the state; the newest one is asked for next, and the picture is always of a state together with
 * its own answer. A change of how the reader looks at the figure asks the engine nothing.
 */
export class Answers<State extends object, Answer> implements Source<State, Answer> {
  state: State | null = null;
  shown: Shown<State, Answer> | null = null;
  private asked: State | null = null;
  private busy = false;
  private model: Model<State, Answer> | null = null;

  constructor(
    private readonly question: Question<State, Answer>,
    private readonly ground: Ground<State>,
  ) {}

  open(state: State): void {
    this.state = state;
    this.ask();
  }

  change(change: Partial<State>): void {
    if (!this.state) return;
    this.state = { ...this.state, ...change };
    this.ground.keep(this.state);
    this.ask();
    this.ground.redraw();
  }

  frame(): void {}
  stop(): void {}

  retry(): void {
    this.asked = null;
    this.ask();
  }

  private ask(): void {
    const { state, shown } = this;
    if (this.busy || !state || this.asked === state) return;
    this.asked = state;
    if (shown && !this.ground.troubled && this.question.sameQuestion(shown.state, state)) {
      this.shown = { state, answer: shown.answer };
      return;
    }
    this.busy = true;
    void this.ground
      .attempt(async () => {
        this.model ??= this.question.model();
        this.shown = { state, answer: await this.model(state, this.shown?.answer ?? null) };
      })
      .then((went) => {
        this.busy = false;
        if (!went) this.startAfresh(state);
        this.ground.redraw();
        this.ask();
      });
  }

  /** Refused before there is a picture: there would be no control to set anything else with. */
  private startAfresh(refused: State): void {
    const { begun, failed } = this.ground;
    if (failed || this.shown || refused === begun || this.state !== refused) return;
    this.state = begun;
    this.ground.say('The engine refused what was set here. The figure is shown as it is at first.');
  }
}

/** The source of a figure that asks the engine. @param model one function for each figure, which may remember what it has computed */
export const answersOf =
  <State extends object, Answer>(model: (engine: WorkerEngine) => Model<State, Answer>) =>
  (figure: Workshop<State, Answer>): Source<State, Answer> =>
    new Answers({ model: () => model(figure.engine()), sameQuestion: figure.table.sameQuestion }, figure);
