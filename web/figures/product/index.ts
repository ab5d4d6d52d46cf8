import { html, svg, type TemplateResult } from 'lit';
import { LiveFigure } from '../../figure/live-figure.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { decimals, spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { slider } from '../../figure/controls/slider.ts';
import { stillness } from '../../page/stillness.ts';
import { convexPlot } from './convex.ts';
import type { Descent } from './descent.ts';
import { layoutFor } from './layout.ts';
import { type Answer, compute, lambdaRange, moveProduct, moveWeights, parse, type State, start } from './model.ts';
import type { Place } from './problems.ts';
import { productStyle } from './style.ts';
import { weightsPlot } from './weights.ts';

/** A product of two weights: the loss over both beside the convex loss over what they make, one dot on both. */
export class Product extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, productStyle].flat();
  static override legend = {
    network: '.level',
    optimum: '.curve, .minimum, .minima',
    minima: '.minimum, .minima',
    z: '.same, [data-index="1"]',
    uv: '[data-index="0"]',
  };

  protected state = start;
  protected override readonly exports = () => import('./export.ts');
  /** The descent that is shown, and how far. */
  private film: Descent | null = null;
  private shot = 0;
  /** The dot over the weights, and over the product. */
  private readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    keep: () => this.keep('weights', 'z'),
    focus: (index) => void this.focusMark(index),
    holding: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.remember('product', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    return compute(sharedEngine(), state, this.answer);
  }

  /** A descent is played from its first picture; without motion its last is shown at once. */
  protected override frame(): void {
    const path = this.answer?.path ?? null;
    if (path !== this.film) {
      this.film = path;
      this.shot = path && stillness() ? path.length - 1 : 0;
    } else if (!path || this.shot >= path.length - 1) return;
    else this.shot += 1;
    this.requestUpdate();
  }

  private here(answer: Answer): Place {
    return answer.path?.[answer.path === this.film ? this.shot : 0] ?? answer.here;
  }

  private places() {
    if (!this.answer) return [];
    const { u, v, z, loss } = layoutFor(this.size);
    const here = this.here(this.answer);
    // What is set, where it is: keys may be quicker than the engine.
    const { weights, z: product, descending } = this.state;
    const set = product === null && !descending ? weights : here;
    return [
      { x: u(set.u), y: v(set.v) },
      { x: z(product ?? here.z), y: loss(here.loss) },
    ];
  }

  private moveTo(index: number, at: { x: number; y: number }): void {
    if (!this.answer) return;
    const { u, v, z } = layoutFor(this.size);
    if (index === 0) this.change(moveWeights({ u: u.invert(at.x), v: v.invert(at.y) }));
    else this.change(moveProduct(this.state.z === null ? this.here(this.answer) : this.state.weights, z.invert(at.x)));
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size);
    const { width, height, convex } = layout;
    const { selected, held } = this.marks;
    const here = this.here(answer);
    const path = answer.path?.slice(0, answer.path === this.film ? this.shot + 1 : 1) ?? [];
    const mark = (index: number) => ({ tab: selected === index ? 0 : -1, held: held === index });
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="Loss over both weights, and over their product"
        @pointerdown=${this.marks.down} @touchstart=${this.marks.touch} @keydown=${this.marks.key}>
      <defs><clipPath id="convex-area"><rect x=${convex.left} y=${convex.top} width=${convex.right - convex.left} height=${convex.bottom - convex.top} /></clipPath></defs>
      ${weightsPlot(state.lambda, answer, here, path, layout, mark(0))}
      ${convexPlot(answer, here, path, layout, mark(1))}
    </svg>`}${this.bar(answer)}${this.claim(state, answer)}${this.numbers(answer, here)}`;
  }

  /** What is set, not what is drawn: keys may be quicker than the engine. */
  private bar(answer: Answer): TemplateResult {
    const { lambda } = this.state;
    return html`<div class="bar">
      ${slider({
        name: 'Weight decay',
        symbol: '𝜆',
        value: lambda,
        range: lambdaRange,
        shown: numberHtml(typeset(lambda, 2)),
        spoken: spoken(lambda, 2),
        onInput: (next) => this.change({ lambda: next, descending: false }),
      })}
      <div class="buttons">
        <button class="text-button" type="button" @click=${() => this.descend(answer)}>Descend from here</button>
        <button class="text-button" type="button" @click=${() => this.change(start)}>Reset</button>
      </div>
    </div>`;
  }

  /** From where the dot is seen, be it the end of the last descent. */
  private descend(answer: Answer): void {
    this.change({ ...moveWeights(this.here(answer)), descending: true });
  }

  private claim({ lambda }: State, { best }: Answer): TemplateResult {
    const z = html`<span class="letter">𝑧</span> = ${numberHtml(typeset(best.z, 3))}`;
    const words =
      lambda === 0
        ? html`<strong>Infinitely many minima</strong> over the weights, every pair with the product 1; over the product one, ${z}.`
        : best.z === 0
          ? html`<strong>One minimum</strong> in both drawings, at 0: the weights cost more than they bring.`
          : html`<strong>Two minima</strong> over the weights, ±(${numberHtml(typeset(best.u, 3))}, ${numberHtml(typeset(best.v, 3))}); over the product one, ${z}.`;
    return html`<p class="claim" role="status">${words}</p>`;
  }

  private numbers({ convexLoss, best, path, pathConvex }: Answer, here: Place): TemplateResult {
    const below = path && pathConvex ? pathConvex[path.indexOf(here)] : convexLoss;
    const [loss, convex, least] = [here.loss, below, best.loss].map((value) => decimals(value, 4));
    return html`<table class="numbers">
      <tr><th scope="row">Loss of the two weights</th><td class="loss-here">${loss}</td></tr>
      <tr><th scope="row">Convex loss of their product</th><td class="loss-convex">${convex}</td></tr>
      <tr><th scope="row">Least loss, in either drawing</th><td class="loss-least">${least}</td></tr>
    </table>`;
  }
}

if (!customElements.get('hcx-product')) customElements.define('hcx-product', Product);
