/** A state and the engine's answer to it: what a picture is of. */
export interface Shown<State, Answer> {
  readonly state: State;
  readonly answer: Answer;
}

/** Where a figure's pictures come from. Most figures have `Answers`; one that trains while the reader watches brings its own. */
export interface Source<State, Answer> {
  /** What the reader has set, which may be ahead of the picture; null before the first `open`. */
  readonly state: State | null;
  /** What the picture is of; null as long as there is nothing to draw. */
  readonly shown: Shown<State, Answer> | null;
  /** Shows a state from its beginning: the first one, or one from a link or a file. It is not kept. */
  open(state: State): void;
  /** The reader changes something; the new state is kept. */
  change(change: Partial<State>): void;
  /** At every animation frame while the figure is in sight. */
  frame(now: number): void;
  /** What moves by itself stops. */
  stop(): void;
  /** After a failure, when the reader asks for another try. */
  retry(): void;
}

/** What a source needs of its figure. */
export interface Ground<State> {
  /** Runs engine work; true when nothing went wrong. */
  attempt(work: () => Promise<void>): Promise<boolean>;
  /** The last work failed, and not because of what the reader has set. */
  readonly failed: boolean;
  /** The reader is being told of something that went wrong. */
  readonly troubled: boolean;
  /** There is something new to draw. */
  redraw(): void;
  /** Keeps a state for the next visit. */
  keep(state: State): void;
  /** Tells the reader something. */
  say(words: string | null): void;
  /** The state that the figure begins with. */
  readonly begun: State;
}
