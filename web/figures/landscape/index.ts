import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { type Position, placeIn } from '../../figure/controls/drag.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { slider } from '../../figure/controls/slider.ts';
import { dataPlot } from './data-plot.ts';
import { hatchings } from './field.ts';
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
import { overlay } from './surface-3d/overlay.ts';
import { placeOn, weightsAt } from './surface-3d/relief.ts';
import { SurfaceView } from './surface-3d/view.ts';
import { viewSwitch } from './view-switch.ts';
import { outcome, stability, wayWords } from './words.ts';

/** The loss of two neurons on two points, over their two weights, and where gradient descent ends in it. */
export class LandscapeFigure extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, landscapeStyle].flat();
  static override legend = {
    network: '.start, .run, .step, .end, .output',
    optimum: '.critical.global-minimum, .value.global-minimum',
    data: '.critical:not(.global-minimum, .saddle), .value:not(.global-minimum), .point',
    alone: '.alone, .section',
    ring: '.start',
    valley: '.critical.band:not(.global-minimum)',
    hollow: '.critical.dot:not(.global-minimum)',
    point: '.point',
  };

  protected state = initial;
  protected override readonly exports = () => import('./export.ts');
  private model: Model | null = null;
  private readonly relief = new SurfaceView({
    angle: () => this.state.angle,
    look: (angle) => this.change({ angle }),
    update: () => this.requestUpdate(),
  });
  /** The start, then the two data points. */
  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    keep: () => this.keep('x', 'y', 'w'),
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

  protected override frame(now: number): void {
    if (this.state.view === 'surface') this.relief.frame(now);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.inSpace) this.relief.updated();
  }

  protected override rested(): void {
    this.relief.stage.close();
  }

  private get inSpace(): boolean {
    return this.state.view === 'surface' && this.relief.isOpen;
  }

  /** Of what the reader has set, which may be newer than the picture. */
  private places(): Position[] {
    if (!this.answer) return [];
    const layout = layoutFor(this.size, this.answer);
    const { w1, w2, x, y } = layout;
    const { x: at, y: label, w } = this.state;
    const start = inside(w, this.answer.surface.reach);
    const { relief, camera } = this.relief.sight(this.answer, layout);
    const seen = this.inSpace ? camera.project(placeOn(relief, start)) : { x: w1(start[0]), y: w2(start[1]) };
    return [seen, ...at.map((place, j) => ({ x: x(place), y: y(label[j]) }))];
  }

  private moveTo(index: number, to: Position): void {
    if (!this.answer) return;
    const layout = layoutFor(this.size, this.answer);
    const { w1, w2, x, y } = layout;
    if (index > 0) this.change(movePoint(this.state, index - 1, { x: x.invert(to.x), y: y.invert(to.y) }));
    else {
      const { relief, camera } = this.relief.sight(this.answer, layout);
      const flat = [w1.invert(to.x), w2.invert(to.y)] as const;
      this.change(moveStart(relief.surface.reach, this.inSpace ? weightsAt(relief, camera, to, this.state.w) : flat));
    }
  }

  private readonly down = (event: PointerEvent): void => {
    this.marks.down(event);
    if (!this.inSpace || !this.answer || this.marks.held !== null) return;
    const { window } = layoutFor(this.size, this.answer);
    const { x, y } = placeIn(event.currentTarget as Element, event);
    if (x > window.width || y < window.top || y > window.top + window.height) return;
    this.renderRoot.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
    this.relief.orbit.down(event);
  };

  private readonly choose = (view: State['view']): void => {
    this.change({ view });
    if (view === 'surface') void this.relief.open();
    else this.relief.stage.close();
  };

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size, answer);
    const { width, height } = layout;
    const { held } = this.marks;
    const sight = this.relief.sight(answer, layout);
    const main = this.inSpace
      ? svg`${hatchings}${overlay(answer, sight, layout, held === 0)}`
      : plane(answer, layout, held === 0);
    return html`${viewSwitch(this.state.view, this.relief.stage.standing, { choose: this.choose, reset: this.relief.reset })}
      <div class="field">${this.inSpace ? this.relief.canvas(answer, sight) : nothing}${svg`<svg class="drawing" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group"
        aria-label="The loss over the two neurons, the data, and the loss over the steps"
        @pointerdown=${this.down} @touchstart=${this.marks.touch} @keydown=${this.marks.key} @focusin=${this.focused}>
      ${main}${section(answer, layout)}${dataPlot(state, answer, layout, held)}${strip(answer, layout)}
    </svg>`}</div>${this.bar()}${this.words(state, answer)}${minimaTable(answer)}`;
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
        <button class="text-button" type="button" @click=${this.startAgain}>Reset</button>
      </div>
    </div>`;
  }

  /** How the reader looks at it stays. */
  private readonly startAgain = (): void => {
    const { view, angle } = this.state;
    this.change({ ...initial, view, angle });
  };

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
