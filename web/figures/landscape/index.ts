import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Position } from '../../lib/drag.ts';
import { LiveFigure } from '../../lib/live-figure.ts';
import { MovableMarks } from '../../lib/movable-marks.ts';
import { spoken, typeset } from '../../lib/number-format.ts';
import { numberHtml } from '../../lib/number-view.ts';
import { sharedEngine } from '../../lib/shared-engine.ts';
import { slider } from '../../lib/slider.ts';
import { dataPlot } from './data-plot.ts';
import { layoutFor } from './layout.ts';
import {
  type Answer,
  start as initial,
  inside,
  Model,
  movePoint,
  moveStart,
  parse,
  type State,
  stepRange,
} from './model.ts';
import { minimaTable } from './numbers.ts';
import { plane } from './plane.ts';
import { section } from './section.ts';
import { strip } from './strip.ts';
import { landscapeStyle } from './style.ts';
import { outcome, stability, wayWords } from './words.ts';

/** The loss of two neurons on two points, over their two weights, and where gradient descent ends in it. */
export class LandscapeFigure extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, landscapeStyle].flat();
  static override legend = {
    network: '.start, .run, .step, .end, .output',
    optimum: '.critical.global-minimum, .value.global-minimum',
    data: '.critical:not(.global-minimum, .saddle), .value:not(.global-minimum), .point',
    alone: '.alone, .section',
    w: '.start',
  };

  protected state = initial;
  protected override readonly exports = () => import('./export.ts');
  private model: Model | null = null;
  /** The start, then the two data points. */
  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    focus: (index) => void this.focusMark(index),
    holding: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.remember('landscape', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    this.model ??= new Model(sharedEngine());
    return this.model.compute(state);
  }

  /** Of what the reader has set, which may be newer than the picture. */
  private places(): Position[] {
    if (!this.answer) return [];
    const { w1, w2, x, y } = layoutFor(this.size, this.answer);
    const { x: at, y: label, w } = this.state;
    const start = inside(w, this.answer.surface.reach);
    return [{ x: w1(start[0]), y: w2(start[1]) }, ...at.map((place, j) => ({ x: x(place), y: y(label[j]) }))];
  }

  private moveTo(index: number, { x: px, y: py }: Position): void {
    if (!this.answer) return;
    const { w1, w2, x, y } = layoutFor(this.size, this.answer);
    if (index === 0) this.change(moveStart(this.answer.surface.reach, [w1.invert(px), w2.invert(py)]));
    else this.change(movePoint(this.state, index - 1, { x: x.invert(px), y: y.invert(py) }));
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size, answer);
    const { width, height } = layout;
    const { held } = this.marks;
    return html`${svg`<svg class="drawing" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group"
        aria-label="The loss over the two neurons, the data, and the loss over the steps"
        @pointerdown=${this.marks.down} @touchstart=${this.marks.touch} @keydown=${this.marks.key} @focusin=${this.focused}>
      ${plane(answer, layout, held === 0)}${section(answer, layout)}${dataPlot(state, answer, layout, held)}${strip(answer, layout)}
    </svg>`}${this.bar()}${this.words(state, answer)}${minimaTable(answer)}`;
  }

  private bar(): TemplateResult {
    const { stepSize, basins, way } = this.state;
    return html`<div class="bar">
      ${slider({
        name: 'Step size',
        symbol: '𝛾',
        value: stepSize,
        range: stepRange,
        shown: numberHtml(typeset(stepSize, 2)),
        spoken: spoken(stepSize, 2),
        onInput: (next) => this.change({ stepSize: next }),
      })}
      <div class="buttons">
        ${toggle('Where does each start end?', basins, () => this.change({ basins: !basins }))}
        ${toggle('Show a path that never climbs', way, () => this.change({ way: !way }))}
        <button class="text-button" type="button" @click=${() => this.change(initial)}>Reset</button>
      </div>
    </div>`;
  }

  private words({ stepSize, way }: State, answer: Answer): TemplateResult {
    const path = way ? wayWords(answer.way, answer) : null;
    return html`<div role="status"><p class="claim outcome">${outcome(answer)}</p><p class="claim stability">${stability(answer, stepSize)}</p>
      ${path ? html`<p class="claim path-words">${path}</p>` : nothing}</div>`;
  }

  /** Every mark is a tab stop of its own. */
  private readonly focused = (event: FocusEvent): void => {
    const index = Number((event.target as Element).getAttribute('data-index'));
    if (index !== this.marks.selected) this.marks.select(index);
  };
}

const toggle = (name: string, on: boolean, onClick: () => void): TemplateResult =>
  html`<button class="toggle" type="button" aria-pressed=${on ? 'true' : 'false'} @click=${onClick}>${name}</button>`;

if (!customElements.get('hcx-landscape')) customElements.define('hcx-landscape', LandscapeFigure);
