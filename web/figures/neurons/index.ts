import { html, svg, type TemplateResult } from 'lit';
import type { WorkerEngine } from '../../engine/types.ts';
import type { Position } from '../../figure/controls/drag.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { decimals, typesetShort } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { slider } from '../../figure/controls/slider.ts';
import {
  type Answer,
  bins,
  compute,
  drawn,
  MOST,
  merged,
  moved,
  type Net,
  parse,
  type State,
  start,
  trained,
  VIEW,
} from './model.ts';
import { handleAt, handleOf, layoutFor, plot } from './plot.ts';
import { neuronsStyle } from './style.ts';

const count = (n: number): string => (n === 1 ? 'one neuron' : `${n} neurons`);

/** One, two or many neurons on two points of the line; those of one pattern can be merged. */
export class NeuronsFigure extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, neuronsStyle].flat();
  static override legend = {
    data: '.point',
    neuron: '.ramp, .neuron',
    network: '.output',
  };
  protected state = start;
  protected override readonly exports = () => import('./export.ts');
  /** The neurons, then the two labels. */
  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    keep: () => this.keep('y', 'net'),
    focus: (index) => void this.focusMark(index),
    holding: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.remember('neurons', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    return compute(sharedEngine(), state);
  }

  private places(): Position[] {
    if (!this.answer || !this.answered) return [];
    const { answer, answered } = this;
    const { x, y } = layoutFor(this.size);
    const labels = answered.y;
    const neurons = answered.net.w.map((w, i) => {
      const at = handleOf(answer, w, i);
      return { x: x(at.x), y: y(at.y) };
    });
    return [...neurons, ...labels.map((label, j) => ({ x: x(j === 0 ? -1 : 1), y: y(label) }))];
  }

  private moveTo(index: number, at: Position): void {
    const { x, y } = layoutFor(this.size);
    const { net, y: labels } = this.state;
    const value = Math.min(Math.max(y.invert(at.y), VIEW.low), VIEW.high);
    if (index < net.w.length) {
      const side = x.invert(at.x) < 0 ? -1 : 1;
      this.change({ net: moved(net, index, handleAt(index, side), value) });
    } else this.change({ y: index === net.w.length ? [value, labels[1]] : [labels[0], value] });
  }

  /** A network that the engine makes of the present one. */
  private become(make: (engine: WorkerEngine, state: State) => Promise<Net>, then: Partial<State> = {}): void {
    void this.attempt(async () => this.change({ net: await make(sharedEngine(), this.state), ...then }));
  }

  private draw(width: number): void {
    this.become((engine, state) => drawn(engine, state, width), { seed: this.state.seed + 1 });
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size);
    const { width, height } = layout;
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="The outputs of the neurons and of the network, and the data"
        @pointerdown=${this.marks.down} @touchstart=${this.marks.touch} @keydown=${this.marks.key}>
      ${plot(state, answer, layout, this.marks.held)}
    </svg>`}${this.bar()}${words(answer)}`;
  }

  private bar(): TemplateResult {
    const width = this.state.net.w.length;
    return html`<div class="bar">
      ${slider({
        name: 'Neurons',
        symbol: '𝑚',
        value: width,
        range: { min: 1, max: MOST, whole: true },
        shown: String(width),
        spoken: String(width),
        onInput: (next) => this.draw(next),
      })}
      <div class="buttons">
        <button class="text-button" type="button" @click=${() => this.become(trained)}>Train them</button>
        <button class="text-button" type="button" @click=${() => this.become(merged)}>Merge neurons of one pattern</button>
        <button class="text-button" type="button" @click=${() => this.draw(width)}>Draw new ones</button>
        <button class="text-button" type="button" @click=${() => this.change(start)}>Reset</button>
      </div>
    </div>`;
  }
}

function words(answer: Answer): TemplateResult {
  const { left, right, none } = bins(answer);
  const { dataLoss, penalty, objective } = answer.evaluation;
  const losses = [...new Set(answer.minima.map(({ loss }) => loss))];
  const list = losses.map(
    (loss, k) => html`${k ? (k === losses.length - 1 ? ' and ' : ', ') : ''}${numberHtml(typesetShort(loss, 3))}`,
  );
  return html`<p class="claim" role="status"><strong>${count(left)} on the left, ${right} on the right</strong>${none ? `, ${none} silent` : ''}. Without weight
      decay the misfit of ${answer.ramps.length === 1 ? 'one neuron that pushes' : 'two or more neurons that push'} up has ${losses.length === 1 ? 'its minimum' : 'minima'} at ${list}.</p>
    <table class="numbers">
      <tr><th scope="row">Misfit</th><td>${decimals(dataLoss, 5)}</td></tr>
      <tr><th scope="row">Penalty</th><td>${decimals(penalty, 5)}</td></tr>
      <tr><th scope="row">Loss</th><td>${decimals(objective, 5)}</td></tr>
    </table>`;
}

if (!customElements.get('hcx-neurons')) customElements.define('hcx-neurons', NeuronsFigure);
