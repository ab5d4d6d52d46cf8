import type { TemplateResult } from 'lit';
import { Figure } from './figure.ts';
import { StoredState } from './stored-state.ts';

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

  protected abstract compute(state: State): Promise<Answer>;
  protected abstract picture(state: State, answer: Answer): TemplateResult;

  /** States survive a reload under this name; `parse` refuses what is not one. */
  protected remember(name: string, version: number, parse: (data: unknown) => State | null): void {
    this.memory = new StoredState(name, version, parse);
    this.state = this.memory.load() ?? this.state;
  }

  protected change(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    this.memory?.save(this.state);
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

  /** Puts the focus on the mark with this index in a drawing. */
  protected async focusMark(index: number): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<SVGElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  }

  private ask(): void {
    if (this.busy || this.asked === this.state) return;
    const { state } = this;
    this.busy = true;
    this.asked = state;
    void this.attempt(async () => {
      this.answer = await this.compute(state);
      this.answered = state;
    }).then(() => {
      this.busy = false;
      this.requestUpdate();
      this.ask();
    });
  }
}
