import { html, nothing, svg, type TemplateResult } from 'lit';
import { Drag, type Position } from '../../figure/controls/drag.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { slider } from '../../figure/controls/slider.ts';
import { stillness } from '../../page/stillness.ts';
import { type Layout, layoutFor } from './layout.ts';
import { type Answer, COUNT, moveLabel, parse, pathModel, type State, start, whole } from './model.ts';
import { lives, losses, output } from './plot.ts';
import { pathStyle } from './style.ts';

/** The best network at every weight decay, from the one that leaves nothing to the one that fits everything. */
export class Path extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, pathStyle].flat();
  static override legend = {
    data: '.point, .data-line',
    neuron: '.life, .birth',
    optimum: '.objective, .objective-name, .output',
    network: '.misfit, .misfit-name',
  };
  // A reader who wants no motion has the whole path at once.
  private readonly begun: State = stillness() ? whole : start;
  protected state = this.begun;
  protected override readonly exports = () => import('./export.ts');
  private model: ReturnType<typeof pathModel> | null = null;

  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    keep: () => this.keep('labels'),
    focus: (index) => void this.focusMark(index),
    holding: () => this.requestUpdate(),
  });
  private readonly scrub = new Drag<true>({
    pick: (at) => this.lookAt(at),
    move: (_, at) => this.lookAt(at),
    end: () => {},
    cancel: () => {},
  });

  constructor() {
    super();
    this.remember('path', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    this.model ??= pathModel(sharedEngine());
    return this.model(state);
  }

  private get labels(): readonly number[] {
    return this.state.labels ?? this.answer?.labels ?? [];
  }

  private places(): Position[] {
    if (!this.answer) return [];
    const { x, y } = layoutFor(this.size, this.answer);
    return this.labels.map((label, j) => ({ x: x(this.answer?.x[j] ?? 0), y: y(label) }));
  }

  private moveTo(index: number, at: Position): void {
    if (!this.answer) return;
    this.change({ labels: moveLabel(this.labels, index, layoutFor(this.size, this.answer).y.invert(at.y)) });
  }

  /** The weight decay nearest to a place of the lower drawings. */
  private lookAt(at: Position): true | null {
    if (!this.answer) return null;
    const { lambda, plot } = layoutFor(this.size, this.answer);
    if (at.y < plot.bottom) return null;
    const { points } = this.answer.path;
    const distance = (k: number): number => Math.abs(lambda(points[k].lambda) - at.x);
    this.lookTo(points.reduce((best, _, k) => (distance(k) < distance(best) ? k : best), 0));
    return true;
  }

  private lookTo(at: number): void {
    this.change({ at, seen: Math.max(at, this.state.seen) });
  }

  private readonly down = (event: PointerEvent): void => {
    this.marks.down(event);
    if (this.marks.held === null) this.scrub.down(event);
  };

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size, answer);
    const { width, height, left, right, lives: box, losses: strip } = layout;
    const { selected, held } = this.marks;
    const place = (k: number): number =>
      layout.lambda(answer.path.points[Math.min(k, answer.path.points.length - 1)].lambda);
    const now = place(state.at);
    const seen = state.seen === 0 ? left : Math.min(place(state.seen) + 4, width); // a ring there is drawn whole
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="The best network at one weight decay, and its neurons at all"
        @pointerdown=${this.down} @touchstart=${this.marks.touch} @keydown=${this.marks.key}>
      <clipPath id="path-seen"><rect x="0" y="0" width=${seen} height=${height} /></clipPath>
      ${lives(answer, layout)}${losses(answer, layout)}${this.names(layout)}
      ${state.seen === 0 ? svg`<text class="hint" x=${left + 16} y=${(box.top + box.bottom) / 2 + 5}>drag to the right →</text>` : nothing}
      <line class="now" x1=${now} x2=${now} y1=${box.top - 6} y2=${strip.bottom} />
      <rect class="scrub" x=${left} y=${box.top - 6} width=${right - left} height=${strip.bottom - box.top + 6} />
      ${output(answer, layout, selected, held)}
    </svg>`}${this.bar(answer)}${this.claim(state, answer)}`;
  }

  private names({ small, left, right, plot, lives: middle, losses: box }: Layout): TemplateResult {
    const x = svg`<tspan class="letter">𝑥</tspan>`;
    const decay = svg`<tspan class="letter">𝜆</tspan>, falling →`;
    return svg`<text class="name" x=${left} y=${plot.top - 20}>output over the input ${x}</text>
      <text class="name" x=${left} y=${middle.top - 14}>the ${x} at which each neuron switches</text>
      <text class="name" x=${left} y=${box.top - 8}>over ${small ? nothing : 'the weight decay '}${decay}</text>
      <text class="objective-name" x=${right} y=${box.top - 8} text-anchor="end">loss</text>
      <text class="misfit-name" x=${right - 44} y=${box.top - 8} text-anchor="end">misfit</text>`;
  }

  private bar({ path }: Answer): TemplateResult {
    const { state } = this; // not the one in the picture: keys may be ahead of it
    const lambda = path.points[Math.min(state.at, path.points.length - 1)].lambda;
    return html`<div class="bar">
      ${slider({
        name: 'Weight decay',
        symbol: '𝜆',
        // To the right it falls, as in the drawing.
        value: state.at,
        range: { min: 0, max: COUNT - 1, whole: true },
        shown: numberHtml(typeset(lambda, 2)),
        spoken: spoken(lambda, 2),
        onInput: (at) => this.lookTo(Math.round(at)),
      })}
      <button class="text-button" type="button" ?disabled=${isBegun(state, this.begun)} @click=${() => this.change(this.begun)}>Reset</button>
    </div>`;
  }

  private claim(state: State, { path }: Answer): TemplateResult {
    const point = path.points[Math.min(state.at, path.points.length - 1)];
    const neurons =
      point.width === 0 ? 'no neuron at all' : point.width === 1 ? 'one neuron' : `${point.width} neurons`;
    return html`<p class="claim" role="status">The best network has <strong>${neurons}</strong>. Its loss,
      ${numberHtml(typeset(point.objective, 4))}, is certified to within ${numberHtml(typeset(point.gap, 1, 'up'))}. From 𝜆 =
      ${numberHtml(typeset(path.lambdaMax, 3))} upwards nothing is worth a neuron.</p>`;
  }
}

const isBegun = (state: State, begun: State): boolean =>
  state.labels === begun.labels && state.at === begun.at && state.seen === begun.seen;

if (!customElements.get('hcx-path')) customElements.define('hcx-path', Path);
