import { html, nothing, svg, type TemplateResult } from 'lit';
import { angleAt, middleOf, onCircle, wedgesStyle } from '../../lib/direction-circle.ts';
import { LiveFigure } from '../../lib/live-figure.ts';
import { MovableMarks } from '../../lib/movable-marks.ts';
import { grouped } from '../../lib/number-format.ts';
import { bitsText, spokenBits } from '../../lib/pattern-text.ts';
import { sharedEngine } from '../../lib/shared-engine.ts';
import { circle } from './circle.ts';
import { layoutFor } from './layout.ts';
import { line } from './line.ts';
import {
  type Answer,
  addPoint,
  compute,
  FEWEST,
  MOST,
  movePoint,
  parse,
  removePoint,
  type State,
  start,
} from './model.ts';
import { patternsStyle } from './style.ts';

/** Points on a line, the circle of directions that they cut, and every activation pattern there is. */
export class Patterns extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, wedgesStyle, patternsStyle].flat();
  static override legend = {
    data: '.point',
    neuron: '.output, .kink, .direction',
    sector: '.sector',
  };

  protected state = start;
  protected override readonly exports = () => import('./export.ts');
  /** The points by their numbers, and after them the direction. */
  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    focus: (index) => void this.focusMark(index < this.state.points.length ? index : -1),
    holding: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.remember('patterns', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    return compute(sharedEngine(), state);
  }

  private places() {
    const { x, line: axis, circle: disc } = layoutFor(this.size, this.state.points.length);
    return [...this.state.points.map((t) => ({ x: x(t), y: axis.base })), onCircle(disc, this.state.angle)];
  }

  private moveTo(index: number, at: { x: number; y: number }): void {
    const layout = layoutFor(this.size, this.state.points.length);
    if (index < this.state.points.length) this.change(movePoint(this.state, index, layout.x.invert(at.x)));
    else this.change({ angle: angleAt(layout.circle, at) });
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size, state.points.length);
    const { width, height } = layout;
    const { selected, held } = this.marks;
    const n = state.points.length;
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="The circle of directions and the points on the line"
        @pointerdown=${this.marks.down} @touchstart=${this.marks.touch} @keydown=${this.key}>
      ${circle(state, answer, layout, held === n)}
      ${line(state, answer, layout, Math.min(selected, n - 1), held)}
      <text class="name" x=${layout.line.left} y=${layout.line.top - 14}>output of the neuron in that direction</text>
    </svg>`}
    ${this.bar(state, answer)}
    <ul class="list" aria-label="Every activation pattern">${answer.set.patterns.map((bits, k) => this.chip(bits, k, answer))}</ul>`;
  }

  private bar(state: State, { set, subsets }: Answer): TemplateResult {
    const n = state.points.length;
    const short = BigInt(set.count) < set.coverCount;
    return html`<div class="bar">
      <p class="count" role="status"><strong>${grouped(set.count)} patterns</strong> of ${n} ${n === 1 ? 'point' : 'points'}; Cover’s formula:
        ${grouped(Number(set.coverCount))}; subsets: ${grouped(subsets)}.${
          short ? html` Two points in one place share a line.` : nothing
        }</p>
      <button class="text-button" type="button" ?disabled=${n >= MOST} @click=${() => this.change(addPoint(this.state))}>Add a point</button>
      <button class="text-button" type="button" ?disabled=${n <= FEWEST} @click=${this.takeAway}>Take one away</button>
      <button class="text-button" type="button" @click=${() => this.change(start)}>Reset</button>
    </div>`;
  }

  private chip(bits: Uint8Array, k: number, answer: Answer): TemplateResult {
    return html`<li><button type="button" aria-pressed=${k === answer.cell ? 'true' : 'false'} aria-label=${`Pattern that ${spokenBits(bits)}`}
      @click=${() => this.change({ angle: middleOf(answer.arcs, k) })}>${bitsText(bits)}</button></li>`;
  }

  private readonly takeAway = (): void => {
    this.change(removePoint(this.state));
    this.marks.keepWithin(this.state.points.length);
  };

  /** The direction is a tab stop of its own: arrows turn it wherever the selection is. */
  private readonly key = (event: KeyboardEvent): void => {
    const onDirection = (event.target as Element).closest('.direction') !== null;
    const sense = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 }[event.key];
    if (!onDirection || sense === undefined) {
      this.marks.key(event);
      return;
    }
    event.preventDefault();
    this.change({ angle: this.state.angle + (sense * (event.shiftKey ? 10 : 2) * Math.PI) / 180 });
  };
}

if (!customElements.get('hcx-patterns')) customElements.define('hcx-patterns', Patterns);
