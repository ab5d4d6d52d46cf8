import { html, svg, type TemplateResult } from 'lit';
import { wedgesStyle } from '../../figure/drawing/direction-circle.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { layoutFor } from './layout.ts';
import { DATA, line } from './line.ts';
import {
  type Answer,
  addPoint,
  compute,
  FEWEST,
  MOST,
  moveKink,
  movePoint,
  moveWeights,
  onLine,
  parse,
  removePoint,
  type State,
  start,
} from './model.ts';
import { claim, matrix, table } from './numbers.ts';
import { activationStyle } from './style.ts';
import { weightSpace } from './weight-space.ts';

/** One neuron twice: as a bent line over the data, and as a point of weight space, in the wedge of its activation pattern. */
export class Activation extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, wedgesStyle, activationStyle].flat();
  static override legend = {
    data: '.point',
    neuron: '.neuron, .output',
    w: '.weights, .arrow',
    kink: '.kink',
    slope: '.slope',
    x1: '[data-point="0"]',
    x2: '[data-point="1"]',
  };

  protected state = start;
  /** The weights that the reader gave by their activation point. */
  private turned: { readonly w: State['w']; readonly kink: number } | null = null;
  protected override readonly exports = () => import('./export.ts');
  /** The activation point, the slope, the weights, and after them the points. */
  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    keep: () => this.keep('points', 'w'),
    focus: (index) => void this.focusMark(index),
    holding: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.remember('activation', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    return compute(sharedEngine(), state);
  }

  private places() {
    if (!this.answer) return [];
    const { points, w } = this.state;
    const { x, y, w1, w2, line: area } = layoutFor(this.size, points.length);
    const { handle } = this.answer;
    return [
      { x: x(this.kink), y: area.base },
      { x: x(handle.x), y: y(Math.min(handle.y, 1)) },
      { x: w1(w[0]), y: w2(w[1]) },
      ...points.map((at) => ({ x: x(at), y: area.base })),
    ];
  }

  /** Where the activation point is wanted: keys may be quicker than the engine. */
  private get kink(): number {
    const { turned, state } = this;
    return turned?.w === state.w ? turned.kink : onLine(this.answer?.kink ?? 0);
  }

  private turnTo(slope: number, kink: number): void {
    this.change(moveKink(slope, kink));
    this.turned = { w: this.state.w, kink };
  }

  private moveTo(index: number, at: { x: number; y: number }): void {
    if (!this.answer) return;
    const { x, y, w1, w2 } = layoutFor(this.size, this.state.points.length);
    const { kink, handle } = this.answer;
    if (index === 0) this.turnTo(this.state.w[0] || FLAT, onLine(x.invert(at.x)));
    else if (index === 1) {
      // The side changes when the pointer passes the activation point.
      const side = x.invert(at.x) < this.kink ? -1 : 1;
      const arm = Math.abs(handle.x - onLine(kink)) || 1;
      this.turnTo(side * Math.max(FLAT, y.invert(at.y) / arm), this.kink);
    } else if (index === 2) this.change(moveWeights(w1.invert(at.x), w2.invert(at.y)));
    else this.change(movePoint(this.state, index - DATA, x.invert(at.x)));
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size, state.points.length);
    const { width, height, line: area } = layout;
    const { selected, held } = this.marks;
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="The neuron over the line, and in weight space"
        @pointerdown=${this.marks.down} @touchstart=${this.marks.touch} @keydown=${this.marks.key}>
      <defs><clipPath id="line-area"><rect x=${area.left} y=${area.top - 4} width=${area.right - area.left} height=${area.base - area.top + 6} /></clipPath></defs>
      ${weightSpace(state, answer, layout, selected === 2 ? 0 : -1, held === 2)}
      ${line(state, answer, layout, selected, held)}
    </svg>`}
    <div class="below">${matrix(answer.pattern)}${claim(state, answer)}</div>
    ${table(state, answer)}${this.bar(state.points.length)}`;
  }

  private bar(n: number): TemplateResult {
    return html`<div class="bar">
      <button class="text-button" type="button" ?disabled=${n >= MOST} @click=${() => this.change(addPoint(this.state))}>Add a point</button>
      <button class="text-button" type="button" ?disabled=${n <= FEWEST} @click=${this.takeAway}>Take one away</button>
      <button class="text-button" type="button" @click=${() => this.change(start)}>Reset</button>
    </div>`;
  }

  private readonly takeAway = (): void => {
    this.change(removePoint(this.state));
    this.marks.keepWithin(DATA + this.state.points.length);
  };
}

/** A neuron that is level has no activation point to move. */
const FLAT = 0.02;

if (!customElements.get('hcx-activation')) customElements.define('hcx-activation', Activation);
