import { html, type TemplateResult } from 'lit';
import { choice } from '../../figure/controls/choice.ts';
import { wedgesStyle } from '../../figure/drawing/direction-circle.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { grouped } from '../../figure/words/number-format.ts';
import { bitsText, spokenBits } from '../../figure/words/pattern-text.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import * as line from './line-model.ts';
import { LineView } from './line-view.ts';
import { type Answer, compute, parse, type State, sameQuestion, start } from './model.ts';
import * as plane from './plane-model.ts';
import { planeStyle } from './plane-style.ts';
import { PlaneView } from './plane-view.ts';
import { patternsStyle } from './style.ts';
import { planeReasons } from './words.ts';

const dimension = (d: number): TemplateResult =>
  html` <span class="dimension"><span class="letter">𝑑</span> = ${d}</span>`;

const VIEWS = [
  { value: 'line', name: html`Points on a line${dimension(2)}` },
  { value: 'plane', name: html`Points in the plane${dimension(3)}` },
] as const;

/** Points on a line or in the plane, the circle or sphere of directions that they cut, and every activation pattern there is. */
export class Patterns extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, wedgesStyle, patternsStyle, planeStyle].flat();
  static override legend = {
    data: '.point, .circle',
    neuron: '.output, .kink, .direction, .neuron-mark, .arrow, .active-side',
    sector: '.sector, .cell',
  };

  protected state = start;
  protected override readonly exports = () => import('./export.ts');
  private readonly line: LineView;
  private readonly plane: PlaneView;

  constructor() {
    super();
    this.remember('patterns', 2, parse);
    this.line = new LineView(this.stage('line'));
    this.plane = new PlaneView(this.stage('plane'));
  }

  protected async compute(state: State): Promise<Answer> {
    const { answer, answered } = this;
    if (answer && answered && sameQuestion(answered, state)) return answer;
    return compute(sharedEngine(), state);
  }

  protected override frame(now: number): void {
    this.plane.orbit.frame(now);
  }

  private stage<V extends State['view']>(view: V) {
    return {
      state: () => this.state[view],
      width: () => this.size,
      change: (change: Partial<State[V]>) => this.change({ [view]: { ...this.state[view], ...change } }),
      focus: (index: number) => void this.focusMark(index),
      redraw: () => this.requestUpdate(),
    };
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    return html`<div class="view">${choice({
      label: 'Where the points are',
      value: this.state.view,
      options: VIEWS,
      choose: (view) => this.change({ view }),
    })}</div>
    ${answer.view === 'line' ? this.line.drawing(state.line, answer) : this.plane.drawing(state.plane, answer)}
    ${this.bar(state, answer)}
    <ul class="list" aria-label="Every activation pattern" @keydown=${this.stepThrough}>${answer.set.patterns.map((bits, k) => this.chip(bits, k, answer))}</ul>`;
  }

  private bar(state: State, answer: Answer): TemplateResult {
    const { view } = answer;
    const n = state[view].points.length;
    const { FEWEST, MOST } = view === 'line' ? line : plane;
    return html`<div class="bar">
      <p class="count" role="status"><strong>${grouped(answer.set.count)} patterns</strong> of ${n} ${n === 1 ? 'point' : 'points'}; Cover’s formula:
        ${grouped(Number(answer.general))}; subsets: ${grouped(2 ** n)}. ${reasons(answer).join(' ')}</p>
      <button class="text-button" type="button" ?disabled=${n >= MOST} @click=${this.add}>Add a point</button>
      <button class="text-button" type="button" ?disabled=${n <= FEWEST} @click=${this.takeAway}>Take one away</button>
      ${
        view === 'plane'
          ? html`<button class="text-button" type="button" ?disabled=${this.plane.orbit.atHome} @click=${() => this.plane.orbit.goHome()}>Reset view</button>`
          : ''
      }
      <button class="text-button" type="button" @click=${() => this.change({ [view]: start[view] })}>Reset</button>
    </div>`;
  }

  /** The list is one tab stop: arrows step through it. */
  private chip(bits: Uint8Array, k: number, answer: Answer): TemplateResult {
    return html`<li><button type="button" aria-pressed=${k === answer.cell ? 'true' : 'false'} aria-label=${`Pattern that ${spokenBits(bits)}`}
      tabindex=${k === Math.max(0, answer.cell) ? 0 : -1} @click=${() => this.choose(answer, k)}>${bitsText(bits)}</button></li>`;
  }

  private choose(answer: Answer, k: number): void {
    if (answer.view === 'line') this.line.choose(answer, k);
    else this.plane.choose(answer, k);
  }

  private readonly stepThrough = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step === undefined || !this.answer) return;
    event.preventDefault();
    const buttons = [...(event.currentTarget as Element).querySelectorAll('button')];
    const now = buttons.indexOf(event.target as HTMLButtonElement);
    const next = (now + step + buttons.length) % buttons.length;
    buttons[next].focus();
    this.choose(this.answer, next);
  };

  private readonly add = (): void => {
    const { view } = this.state;
    if (view === 'line') this.change({ line: { ...this.state.line, ...line.addPoint(this.state.line) } });
    else this.change({ plane: { ...this.state.plane, ...plane.addPoint(this.state.plane) } });
  };

  private readonly takeAway = (): void => {
    const { view } = this.state;
    if (view === 'line') this.change({ line: { ...this.state.line, ...line.removePoint(this.state.line) } });
    else this.change({ plane: { ...this.state.plane, ...plane.removePoint(this.state.plane) } });
    this[view].marks.keepWithin(this.state[view].points.length);
  };
}

function reasons(answer: Answer): string[] {
  if (answer.view === 'plane') return planeReasons(answer);
  return BigInt(answer.set.count) < answer.general ? ['Two points in one place share a line.'] : [];
}

if (!customElements.get('hcx-patterns')) customElements.define('hcx-patterns', Patterns);
