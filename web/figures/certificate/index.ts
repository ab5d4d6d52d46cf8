import { css, html, svg, type TemplateResult } from 'lit';
import { LiveFigure } from '../../figure/live-figure.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { spoken, typeset, typesetAligned } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { slider } from '../../figure/controls/slider.ts';
import { onAxis } from './direction-scale.ts';
import { layoutFor } from './layout.ts';
import {
  type Answer,
  compute,
  lambdaRange,
  MOST_NEURONS,
  type Neurons,
  parse,
  type State,
  start,
  turn,
  without,
  withWorst,
} from './model.ts';
import { output, responses } from './plot.ts';

const certificateStyle = css`
  svg { user-select: none; touch-action: pan-y; }
  .allowed { fill: var(--hcx-dual); fill-opacity: 0.09; }
  .name { fill: var(--hcx-ink-soft); }
  .zero { stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .level { stroke: var(--hcx-dual); stroke-width: 1.75; stroke-dasharray: 6 5; }
  .level-name { fill: var(--hcx-dual-ink); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 4px; stroke-linejoin: round; }
  .curve { fill: none; stroke: var(--hcx-ink); stroke-width: 1.75; stroke-linejoin: round; }
  .excess { fill: var(--hcx-data); fill-opacity: 0.55; }
  .neuron { cursor: grab; outline: none; color: var(--hcx-optimum-ink); }
  .neuron path { fill: var(--hcx-optimum); stroke: var(--hcx-paper); stroke-width: 1.5; stroke-linejoin: round; }
  .neuron.chosen path { stroke: var(--hcx-ink); }
  .neuron .target { fill: transparent; }
  .ring { fill: none; stroke: currentColor; opacity: 0; transition: opacity 150ms; }
  .neuron:hover .ring { opacity: 1; }
  .neuron:focus-visible .ring, .dragged .ring { opacity: 1; stroke-width: 2.5; }
  .dragged { cursor: grabbing; }
  .output { fill: none; stroke: var(--hcx-optimum); stroke-width: 2; stroke-linejoin: round; }
  .point { stroke: var(--hcx-data); stroke-width: 2; stroke-linecap: round; fill: none; }

  .bar { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; align-items: center; gap: 0.2rem 1.75rem; margin-block: 0.3rem 0.5rem; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
  @container (max-width: 30rem) { .bar { grid-template-columns: 1fr; } }
  .claim { margin: 0 0 0.4rem; font-size: 1rem; text-wrap: pretty; }
  .numbers { width: 100%; max-width: 26rem; border-collapse: collapse; }
  .numbers th { padding: 0.15rem 0.75rem 0.15rem 0; color: var(--hcx-ink-soft); font-weight: 400; text-align: left; }
  .numbers td { text-align: right; white-space: nowrap; }
  .numbers tr { border-bottom: 1px solid var(--hcx-rule); }
  .dual-row td { color: var(--hcx-dual-ink); }
  @media (prefers-reduced-motion: reduce) { .ring { transition: none; } }
`;

const isProven = ({ certificate }: Answer): boolean => certificate.gap <= 1e-8 * certificate.objective;

/** The condition that proves a network optimal, drawn around the circle of directions. */
export class CertificateFigure extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, certificateStyle].flat();
  static override legend = {
    data: '.point',
    dual: '.allowed, .level, .level-name',
    optimum: '.neuron, .output',
    response: '.curve',
    triangle: '.neuron',
  };
  protected state = start;
  protected override readonly exports = () => import('./export.ts');

  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.turnTo(index, at.x),
    keep: () => this.keepNeurons(),
    focus: (index) => void this.focusMark(index),
    holding: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.remember('certificate', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    return compute(sharedEngine(), state);
  }

  /** The neurons as the reader has moved them, or the optimum's. */
  private get neurons(): Neurons {
    return this.state.neurons ?? this.answer?.neurons ?? { angle: [], weight: [] };
  }

  /** As they are on show, the optimum's too: they are put back without being sought again. */
  private keepNeurons(): () => void {
    const { neurons } = this;
    return () => this.change({ neurons });
  }

  private places() {
    if (!this.answer) return [];
    const { angle, response } = layoutFor(this.size, this.answer);
    const { neuronResponse } = this.answer.curve;
    return this.neurons.angle.map((at, i) => ({ x: angle(onAxis(at)), y: response(neuronResponse[i] || 0) }));
  }

  private turnTo(index: number, pixel: number): void {
    if (!this.answer) return;
    this.change({ neurons: turn(this.neurons, index, layoutFor(this.size, this.answer).angle.invert(pixel)) });
  }

  protected picture(_: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size, answer);
    const { width, height } = layout;
    const { selected, held } = this.marks;
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="Response of every direction, and the network"
        @pointerdown=${this.marks.down} @touchstart=${this.marks.touch} @keydown=${this.marks.key}>
      ${output(answer, layout)}${responses(answer, layout, selected, held)}
    </svg>`}${this.bar(answer)}${this.claim(answer)}${this.numbers(answer)}`;
  }

  private bar(answer: Answer): TemplateResult {
    const { state } = this; // not the one in the picture: keys may be ahead of it
    const { lambda } = state;
    const { angle } = answer.neurons;
    const put = (neurons: Neurons | null): void => this.change({ neurons });
    return html`<div class="bar">
      ${slider({
        name: 'Weight decay',
        symbol: '𝜆',
        value: lambda,
        range: lambdaRange,
        shown: numberHtml(typeset(lambda, 2)),
        spoken: spoken(lambda, 2),
        // The network stays as it is: the level moves away from it.
        onInput: (next) => this.change({ lambda: next, neurons: this.neurons }),
      })}
      <div class="buttons">
        <button class="text-button" type="button" ?disabled=${state.neurons === null} @click=${() => put(null)}>Find the optimum</button>
        <button class="text-button" type="button" ?disabled=${angle.length === 0} @click=${this.takeAway}>Take the chosen neuron away</button>
        <button class="text-button" type="button" ?disabled=${angle.length >= MOST_NEURONS || isProven(answer)} @click=${() => this.addWorst(answer)}>Add one where it is missing most</button>
        <button class="text-button" type="button" @click=${() => this.change(start)}>Reset</button>
      </div>
    </div>`;
  }

  private readonly takeAway = (): void => {
    const neurons = without(this.neurons, this.marks.selected);
    this.change({ neurons });
    this.marks.keepWithin(neurons.angle.length);
  };

  private addWorst(answer: Answer): void {
    void this.attempt(async () => {
      this.change({ neurons: await withWorst(sharedEngine(), this.state.lambda, answer) });
    });
  }

  private claim(answer: Answer): TemplateResult {
    const { curve, highest } = answer;
    const response = Math.abs(curve.extremumResponse[highest] ?? 0);
    if (isProven(answer)) {
      return html`<p class="claim" role="status"><strong>Proven optimal:</strong> no direction leaves the band, and each neuron touches its edge.</p>`;
    }
    return html`<p class="claim" role="status"><strong>Not optimal, or not proven:</strong> the highest response is
      ${numberHtml(typeset(response / curve.level, 3))} times the level.</p>`;
  }

  private numbers({ certificate }: Answer): TemplateResult {
    const [loss, bound] = typesetAligned([certificate.objective, certificate.lowerBound], 7, ['down', 'down']);
    return html`<table class="numbers">
      <tr><th scope="row">Loss of this network</th><td>${numberHtml(loss)}</td></tr>
      <tr class="dual-row"><th scope="row">Proven lower bound</th><td>${numberHtml(bound)}</td></tr>
      <tr><th scope="row">Gap</th><td>${numberHtml(typeset(certificate.gap, 2, 'up'))}</td></tr>
    </table>`;
  }
}

if (!customElements.get('hcx-certificate')) customElements.define('hcx-certificate', CertificateFigure);
