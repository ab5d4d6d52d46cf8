import type { TemplateResult } from 'lit';
import type { Exports, Shareable } from './export/shareable.ts';
import { Figure } from './element.ts';
import { sharedEngine } from '../page/shared-engine.ts';
import { forgetLink, linkedState } from '../page/state-link.ts';
import { StoredState } from '../page/stored-state.ts';

/**
 * A figure whose picture is the engine's answer to what the reader has set: state -> answer -> picture. While the answer is
 * being computed the reader may go on changing the state; the newest one is asked for next, and the picture is always of a
 * state together with its own answer. Controls show `this.state`, which may be ahead of the picture.
 */
export abstract class LiveFigure<State extends object, Answer> extends Figure {
  /** What the reader has set. */
  protected abstract state: State;
  protected answer: Answer | null = null;
  /** The state that the answer is of. */
  protected answered: State | null = null;
  private asked: State | null = null;
  private busy = false;
  private memory: StoredState<State> | null = null;
  private initial: State | null = null;
  /** Its numbers, and a script where it shows a convex programme; loaded when the reader asks for them. */
  protected readonly exports: (() => Promise<Exports<State, Answer>>) | null = null;

  protected abstract compute(state: State): Promise<Answer>;
  protected abstract picture(state: State, answer: Answer): TemplateResult;

  /**
   * States survive a reload, and travel in links, under this name, the figure's; `parse` refuses what is not one. A linked
   * state goes before the reader's own, which is kept until they change something.
   */
  protected remember(name: string, version: number, parse: (data: unknown) => State | null): void {
    this.memory = new StoredState(name, version, parse);
    this.initial = this.state;
    this.state = this.memory.load() ?? this.state;
    this.followLink();
  }

  protected override followLink(): void {
    const { memory, initial } = this;
    const linked = memory && linkedState(location.hash, memory.name, memory.version, memory.parse);
    if (!linked || !initial) return;
    this.stop();
    this.state = 'state' in linked ? linked.state : initial;
    this.say('trouble' in linked ? `${linked.trouble} The figure is shown as it is at first.` : null);
    if (this.asked) this.ask();
  }

  /** What plays by itself stops: another state is to be shown, or this one taken away. */
  protected stop(): void {}

  protected override shareable(): Shareable | null {
    const { memory, exports, state, answer, answered } = this;
    if (!memory || !answer || !answered) return null;
    this.stop();
    this.requestUpdate();
    const { name, version, parse } = memory;
    const show = (wanted: object): void => {
      this.stop();
      this.change(wanted as State);
    };
    const contents = async () => {
      const { tables, script } = (await exports?.()) ?? { tables: () => [] };
      const write = script && (() => script(sharedEngine(), answered, answer));
      return { tables: tables(answered, answer), script: write ?? null };
    };
    return { name, version, parse, state, show, contents };
  }

  protected change(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    if (this.memory) {
      this.memory.save(this.state);
      forgetLink(this.memory.name);
    }
    this.ask();
    this.requestUpdate();
  }

  protected firstSeen(): void {
    this.ask();
  }
  protected retry(): void {
    this.asked = null;
    this.ask();
  }
  /** Figures that move override it. */
  protected frame(_: number): void {}

  protected drawing(): TemplateResult {
    return this.picture(this.answered as State, this.answer as Answer); // asked for when there are both
  }

  protected get ready(): boolean {
    return this.answer !== null;
  }

  /** For marks that move these: what they are now, to be put back. */
  protected keep(...names: (keyof State)[]): () => void {
    const { state } = this;
    const kept = Object.fromEntries(names.map((name) => [name, state[name]]));
    return () => this.change(kept as Partial<State>);
  }

  /** Puts the focus on the mark with this index in a drawing. */
  protected async focusMark(index: number): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<SVGElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  }

  /** Refused before there is a picture: there would be no control to set anything else with. */
  private startAfresh(refused: State): void {
    const { initial } = this;
    if (this.failed || this.answer || !initial || refused === initial || this.state !== refused) return;
    this.state = initial;
    this.say('The engine refused what was set here. The figure is shown as it is at first.');
  }

  private ask(): void {
    if (this.busy || this.asked === this.state) return;
    const { state } = this;
    this.busy = true;
    this.asked = state;
    void this.attempt(async () => {
      this.answer = await this.compute(state);
      this.answered = state;
    }).then((went) => {
      this.busy = false;
      if (!went) this.startAfresh(state);
      this.requestUpdate();
      this.ask();
    });
  }
}
