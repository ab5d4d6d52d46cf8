import { html, type TemplateResult } from 'lit';
import type { WorkerEngine } from '../engine/types.ts';
import { controlRow } from './controls/control-row.ts';
import type { MovableMarks } from './controls/movable-marks.ts';
import type { Playback } from './controls/playback.ts';
import type { Declaration, Hands, Part, View, Workshop } from './declaration.ts';
import type { Shareable } from './export/shareable.ts';
import type { StateTable } from './fields.ts';
import { FigureHands } from './hands.ts';
import type { Host } from './host.ts';
import { Memory } from './memory.ts';
import type { Source } from './source.ts';
import { Attempts } from './trouble.ts';

/** What an instance asks of whoever shows it. */
export interface Ports {
  redraw(): void;
  /** Tells the reader something of a link, a file or the like. */
  say(words: string | null): void;
  /** Puts the focus on the element of the drawing with this data-index. */
  focus(index: number): void;
  /** Where the figure is drawn; null without a document. */
  readonly root: ParentNode | null;
}

/** One figure at work: a declaration, a host and what the reader has set. It knows no element: the page, posters and tests show it. */
export class FigureInstance<State extends object, Answer, Parts extends object | undefined>
  implements View<State, Answer, Parts>, Workshop<State, Answer>
{
  /** To draw in, pixels of the drawing. */
  width = 0;
  readonly attempts: Attempts;
  readonly playback: Playback | null;
  begun: State;
  readonly parts: Parts;
  private readonly source: Source<State, Answer>;
  private readonly handsOn: FigureHands<State, Answer, Parts>;
  private readonly memory: Memory<State>;

  constructor(
    readonly declared: Declaration<State, Answer, Parts>,
    readonly host: Host,
    private readonly ports: Ports,
    private readonly key: string = declared.name,
  ) {
    this.attempts = new Attempts(() => ports.redraw());
    this.begun = { ...declared.state.start, ...(declared.still && host.motion.still() ? declared.still : {}) };
    this.memory = new Memory(host, key, declared);
    this.handsOn = new FigureHands(declared, {
      view: () => (this.ready ? this : null),
      focus: (index) => ports.focus(index),
      redraw: () => ports.redraw(),
      touched: () => this.memory.touch(),
    });
    this.source = declared.source(this);
    this.playback = declared.play?.(this) ?? null;
    this.parts = declared.parts?.(this) as Parts;
  }

  /** The figure has come into sight for the first time. */
  open(): void {
    const { begin } = this.declared;
    if (!begin) {
      this.begin();
      return;
    }
    void this.attempt(async () => {
      this.begun = { ...this.begun, ...(await begin(this.host.engine)) };
      this.begin();
    });
  }

  private begin(): void {
    this.source.open(this.linked() ?? this.memory.load() ?? this.begun);
    this.redraw();
  }

  /** What the address asks for; it is not kept before the reader changes something. */
  private linked(): State | null {
    const linked = this.memory.linked();
    if (!linked) return null;
    this.say('trouble' in linked ? `${linked.trouble} The figure is shown as it is at first.` : null);
    return 'state' in linked ? linked.state : this.begun;
  }

  /** The address has changed: it may hold a state of this figure. */
  followLink(): void {
    const state = this.source.state && this.linked();
    if (!state) return;
    this.halt();
    this.source.open(state);
    this.redraw();
  }

  frame(now: number): void {
    if (!this.attempts.failed) this.source.frame(now);
    if (this.ready) this.playback?.frame(now);
    this.part?.frame?.(now);
  }

  retry(): void {
    this.attempts.forget();
    if (this.source.state) this.source.retry();
    else this.open();
  }

  /** What plays by itself stops: another state is to be shown, or this one taken away. */
  private halt(): void {
    this.playback?.pause();
    this.source.stop();
  }

  /** There is something to draw. */
  get ready(): boolean {
    return this.source.shown !== null;
  }

  /** The whole figure but its caption: asked for when it is ready. */
  content(): TemplateResult {
    const { above, drawing, beside, controls, claim } = this.declared;
    return html`${above?.(this)}${drawing(this)}${beside?.(this)}${controlRow(controls?.(this) ?? [])}${claim?.(this)}`;
  }

  /** The parts, as far as they take part in the figure's life. */
  get part(): Part | undefined {
    return this.parts as Part | undefined;
  }

  // What declared functions are handed.
  get state(): State {
    return (this.source.shown?.state ?? this.set) as State;
  }
  get answer(): Answer {
    return (this.source.shown?.answer ?? null) as Answer;
  }
  get set(): State {
    return this.source.state ?? this.begun;
  }
  get marks(): MovableMarks {
    return this.handsOn.marks;
  }
  get hands(): Hands {
    return this.handsOn;
  }
  get table(): StateTable<State> {
    return this.declared.state;
  }
  get untouched(): boolean {
    return this.memory.untouched;
  }
  get failed(): boolean {
    return this.attempts.failed;
  }
  get troubled(): boolean {
    return this.attempts.trouble !== null;
  }
  get root(): ParentNode | null {
    return this.ports.root;
  }
  readonly engine = (): WorkerEngine => this.host.engine;

  // Functions of their own, so that a view can be taken apart.
  readonly change = (change: Partial<State>): void => this.source.change(change);
  readonly become = (work: (engine: WorkerEngine) => Promise<Partial<State>>): void => {
    void this.attempt(async () => this.change(await work(this.host.engine)));
  };
  readonly redraw = (): void => this.ports.redraw();
  attempt(work: () => Promise<void>): Promise<boolean> {
    return this.attempts.attempt(work);
  }
  keep(state: State): void {
    this.memory.save(state);
  }
  say(words: string | null): void {
    this.ports.say(words);
  }

  /** What the reader may take away; null as long as there is nothing. */
  shareable(): Shareable | null {
    const { shown, state } = this.source;
    if (!shown || !state) return null;
    this.halt();
    this.redraw();
    const { name, version, exports, state: table } = this.declared;
    const contents = async () => {
      const { tables, script } = (await exports?.()) ?? { tables: () => [] };
      const write = script && (() => script(this.host.engine, shown.state, shown.answer));
      return { tables: tables(shown.state, shown.answer), script: write ?? null };
    };
    return {
      name,
      key: this.key,
      version,
      links: this.host.link,
      parse: table.parse,
      state: table.kept(state),
      show: (wanted) => this.take(wanted as State),
      contents,
    };
  }

  /** Another state altogether, from a file: it is kept. */
  private take(state: State): void {
    this.halt();
    this.keep(state);
    this.source.open(state);
    this.redraw();
  }
}
