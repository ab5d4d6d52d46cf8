import { html, svg, type TemplateResult } from 'lit';
import { LiveFigure } from '../../figure/live-figure.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { HANDLE, type Layout, layoutFor } from './layout.ts';
import { lossPlot } from './loss.ts';
import { type Answer, compute, movePoint, moveWeight, parse, type State, start, within } from './model.ts';
import { handleAt, outputPlot } from './output.ts';
import { oneNeuronStyle } from './style.ts';
import { claim, matrix } from './words.ts';

/** One neuron and two points: the loss over its weight beside its output, and what a fixed activation makes of both. */
export class OneNeuron extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, oneNeuronStyle].flat();
  static override legend = {
    data: '.point',
    network: '.loss',
    neuron: '.neuron, .output',
    optimum: '.fixed, .minimum, .promised',
    w: '.neuron',
    dashed: '.fixed',
    x1: '[data-index="2"]',
    x2: '[data-index="3"]',
  };

  protected state = start;
  protected override readonly exports = () => import('./export.ts');
  /** The weight on the loss, the weight on the output, the two points. */
  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    keep: () => this.keep('points', 'w'),
    focus: (index) => void this.focusMark(index),
    holding: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.remember('one-neuron', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    return compute(sharedEngine(), state, this.answer);
  }

  private places() {
    if (!this.answer) return [];
    const layout = layoutFor(this.size, this.answer);
    const { w, lossY, x, outputY, ceiling } = layout;
    const value = this.answer.fixed?.loss ?? this.answer.neuronLoss;
    // The weight that is set: keys may be quicker than the engine.
    const { w: set, chosen, wall } = this.state;
    const at = chosen !== null && wall ? within(set, this.answer.cases[chosen].allowed) : set;
    return [
      { x: w(at), y: lossY(Math.min(value, ceiling)) },
      handleAt(this.answer, layout),
      ...this.state.points.map((point) => ({ x: x(point.x), y: outputY(point.y) })),
    ];
  }

  private moveTo(index: number, at: { x: number; y: number }): void {
    if (!this.answer) return;
    const { w, x, outputY } = layoutFor(this.size, this.answer);
    if (index === 0) this.change(moveWeight(w.invert(at.x)));
    else if (index === 1) {
      const side = at.x < x(0) ? -1 : 1;
      this.change(moveWeight((side * Math.max(0, outputY.invert(at.y))) / HANDLE));
    } else this.change(movePoint(this.state, index - 2, { x: x.invert(at.x), y: outputY.invert(at.y) }));
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size, answer);
    const { width, height } = layout;
    const { selected, held } = this.marks;
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="Loss over the weight, and output over the input"
        @pointerdown=${this.marks.down} @touchstart=${this.marks.touch} @keydown=${this.marks.key}>
      ${definitions(layout)}
      ${lossPlot(state, answer, layout, selected === 0 ? 0 : -1, held === 0)}
      ${outputPlot(state, answer, layout, selected, held)}
    </svg>`}
    <p class="claim" role="status">${claim(state, answer)}</p>
    <div class="matrices" role="group" aria-label="Activation matrix to keep fixed">${answer.cases.map((fixed, k) =>
      matrix(fixed, k === state.chosen, this.isNow(answer, fixed.bits), () => this.choose(k)),
    )}</div>
    <div class="bar">
      <button class="text-button" type="button" ?disabled=${state.chosen === null} @click=${this.toggleWall}>${state.wall ? 'Drop the wall' : 'Raise the wall'}</button>
      <button class="text-button" type="button" ?disabled=${state.chosen === null} @click=${() => this.change({ chosen: null, wall: true })}>Let the neuron choose</button>
      <button class="text-button" type="button" @click=${() => this.change(start)}>Reset</button>
    </div>`;
  }

  private isNow({ sees }: Answer, bits: readonly number[]): boolean {
    return bits.every((bit, j) => bit === sees[j]);
  }

  /** A matrix is shown at its best; chosen again, it is let go. */
  private choose(k: number): void {
    if (this.state.chosen === k) this.change({ chosen: null, wall: true });
    else this.change({ chosen: k, wall: true, ...this.bestOf(k, true) });
  }

  private readonly toggleWall = (): void => {
    const { chosen } = this.state;
    const wall = !this.state.wall;
    if (chosen !== null) this.change({ wall, ...this.bestOf(chosen, wall) });
  };

  private bestOf(k: number, wall: boolean): Partial<State> {
    const fixed = this.answer?.cases[k];
    return fixed ? moveWeight((wall ? fixed.walled : fixed.free).w) : {};
  }
}

/** Plots are cut at their borders; what is forbidden is hatched. */
function definitions({ loss, output }: Layout): TemplateResult {
  const area = (id: string, { left, right, top, bottom }: Layout['loss']) =>
    svg`<clipPath id=${id}><rect x=${left} y=${top - 6} width=${right - left} height=${bottom - top + 6} /></clipPath>`;
  return svg`<defs>
    ${area('loss-area', loss)}${area('output-area', output)}
    <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="8" /></pattern>
  </defs>`;
}

if (!customElements.get('hcx-one-neuron')) customElements.define('hcx-one-neuron', OneNeuron);
