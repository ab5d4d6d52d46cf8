import { html, type TemplateResult } from 'lit';
import { Drag, type Position } from '../../figure/controls/drag.ts';
import type { Shareable } from '../../figure/export/shareable.ts';
import { Figure } from '../../figure/element.ts';
import { scrubber } from '../../figure/controls/scrubber.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { forgetLink, linkedState } from '../../page/state-link.ts';
import { stillness } from '../../page/stillness.ts';
import { StoredState } from '../../page/stored-state.ts';
import { controls } from './controls.ts';
import { eventsOf } from './events.ts';
import { Hands } from './hands.ts';
import { type Layout, layoutFor } from './layout.ts';
import { defaults, type State, startState } from './model.ts';
import { numbersTable, spokenOptimum, statusLine } from './numbers.ts';
import { plot } from './plot.ts';
import { Session } from './session.ts';
import { parseState } from './stored.ts';
import { strip } from './strip.ts';
import { stripScales } from './strip-scales.ts';
import { teaserStyle } from './style.ts';

/** Figure 1: ten points, a network in training, and the certified optimum. */
export class Teaser extends Figure {
  static override styles = [Figure.styles, teaserStyle].flat();
  static override legend = {
    data: '.point',
    network: '.network, .network-label, .now-dot',
    optimum: '.optimum, .optimum-label, .optimum-neurons',
    neuron: '.neurons, .optimum-neurons',
    dual: '.bound',
    gain: '.gap, .gap-label',
  };

  private readonly memory = new StoredState<State>('teaser', 1, parseState);
  private readonly met = new StoredState<boolean>('teaser-met', 1, (data) => (data === true ? true : null));
  /** "Drag me" is said until somebody has. */
  private hint = !this.met.load();

  private readonly session = new Session(sharedEngine, {
    attempt: (work) => this.attempt(work),
    changed: () => this.requestUpdate(),
    keep: (state) => this.keep(state),
  });
  private readonly hands = new Hands(this.session, {
    layout: () => layoutFor(this.size),
    focus: (index) => void this.focusPoint(index),
    moved: () => this.forgetHint(),
  });
  private readonly scrubDrag = new Drag<true>({
    pick: (at) => this.scrubTo(at),
    move: (_, at) => this.scrubTo(at),
    end: () => {},
    cancel: () => {},
  });

  protected firstSeen(): void {
    void this.attempt(async () => {
      const { X, y } = await sharedEngine().dataset('teaser');
      const points = Array.from(y, (value, j) => ({ x: X.data[j], y: value }));
      this.session.original = points;
      this.showState(this.linked() ?? this.memory.load() ?? startState(points));
    });
  }

  private keep(state: State): void {
    this.memory.save(state);
    forgetLink(this.memory.name);
  }

  /** From its start. */
  private showState(state: State): void {
    const still = stillness();
    this.session.open(this.session.original, state, still);
  }

  /** What the page's address asks for; it is not kept before the reader changes something. */
  private linked(): State | null {
    const { name, version, parse } = this.memory;
    const linked = linkedState(location.hash, name, version, parse);
    if (!linked) return null;
    this.say('trouble' in linked ? `${linked.trouble} The figure is shown as it is at first.` : null);
    return 'state' in linked ? linked.state : startState(this.session.original);
  }

  protected override followLink(): void {
    const state = this.session.state && this.linked();
    if (!state) return;
    this.session.restart();
    this.showState(state);
  }

  protected override shareable(): Shareable | null {
    const { shown, stateOnShow: state, film } = this.session;
    if (!shown || !state) return null;
    this.session.pause();
    const { name, version, parse } = this.memory;
    const show = (wanted: object): void => {
      this.session.restart();
      this.keep(wanted as State);
      this.showState(wanted as State);
    };
    const contents = async () => {
      const { tables, script } = await import('./export.ts');
      return { tables: tables(shown, film), script: () => script(sharedEngine(), state) };
    };
    return { name, version, parse, state, show, contents };
  }

  protected retry(): void {
    this.session.restart();
    if (!this.session.state) this.firstSeen();
  }

  protected frame(now: number): void {
    if (!this.failed) this.session.frame(now);
  }

  private async focusPoint(index: number): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<SVGElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  }

  private forgetHint(): void {
    if (this.hint) this.met.save(true);
    this.hint = false;
  }

  private scrubTo(at: Position): true {
    this.session.scrubTo(stripScales(this.session.film, layoutFor(this.size)).steps.invert(at.x));
    return true;
  }

  protected get ready(): boolean {
    return this.session.film.length > 0;
  }

  protected drawing(): TemplateResult {
    const { session, hands, hint } = this;
    const { shown, points } = session;
    const layout = layoutFor(this.size);
    const ui = { points, selected: hands.selected, dragged: hands.dragged, hint };
    return html`${plot(shown, ui, layout, hands)}${this.film(layout)}
      ${controls(session.settings ?? defaults, session.playing, shown !== undefined, session, session.changed)}
      ${statusLine(shown, session.verdict, session.atRest)}${numbersTable(shown)}${spokenOptimum(shown)}`;
  }

  private film(layout: Layout): TemplateResult {
    const { film, shown } = this.session;
    const scales = stripScales(film, layout);
    return html`${strip(film, shown, scales, layout, this.scrubDrag.down)}
      ${scrubber({
        steps: shown?.steps ?? 0,
        end: film.at(-1)?.steps ?? 0,
        left: layout.left,
        width: layout.right - layout.left,
        toPixel: (steps) => scales.steps(steps) - layout.left,
        events: eventsOf(film),
        onScrub: (pixel) => this.scrubTo({ x: pixel + layout.left, y: 0 }),
        onNudge: (direction) => this.session.nudge(direction),
      })}`;
  }
}

if (!customElements.get('hcx-teaser')) customElements.define('hcx-teaser', Teaser);
