import { scaleLinear } from 'd3-scale';
import { css, html, svg, type TemplateResult } from 'lit';
import { axisBottom } from '../../figure/drawing/axis.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { grouped, spoken, typeset, typesetShort } from '../../figure/words/number-format.ts';
import { numberHtml, numberSvg } from '../../figure/words/number-view.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { slider } from '../../figure/controls/slider.ts';
import { labelPlaces } from './labels.ts';
import { type Answer, CURVES, compute, MOST, parse, ranges, type State, start, TOP } from './model.ts';

const countStyle = css`
  svg { touch-action: pan-y; }
  .curve { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
  .curve.count { stroke: var(--hcx-neuron); stroke-width: 2.5; }
  .curve.bound { stroke: var(--hcx-dual); stroke-dasharray: 6 5; }
  .curve.all { stroke: var(--hcx-ink-soft); stroke-dasharray: 1.5 4; stroke-linecap: round; }
  text.count { fill: var(--hcx-neuron-ink); }
  text.bound { fill: var(--hcx-dual-ink); }
  text.all { fill: var(--hcx-ink-soft); }
  .name { fill: var(--hcx-ink-soft); }
  .now { stroke: var(--hcx-control); shape-rendering: crispEdges; }
  .dot { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .settings { display: grid; grid-template-columns: 1fr 1fr; gap: 0.35rem 1.75rem; margin-block: 0.4rem 0.6rem; }
  @container (max-width: 15rem) { .settings { grid-template-columns: 1fr; } }
  .claim { margin: 0; font-size: 1rem; text-wrap: pretty; }
  .digits { overflow-wrap: anywhere; }
`;

/** How many activation patterns there are, how many the classical bound allows, and how many subsets. */
export class PatternCount extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, countStyle].flat();
  static override legend = {
    neuron: '.count',
    dual: '.bound',
    all: '.all',
  };
  protected state = start;
  protected override readonly exports = () => import('./export.ts');

  constructor() {
    super();
    this.remember('pattern-count', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    return compute(sharedEngine(), state);
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    return html`${this.plot(state, answer)}
      <div class="settings" role="group" aria-label="Settings">
        ${this.setting('n', 'Data points', '𝑛')}${this.setting('d', 'Dimension', '𝑑')}
      </div>
      ${this.claim(state, answer)}`;
  }

  private setting(key: keyof State, name: string, symbol: string): TemplateResult {
    const value = this.state[key]; // not the one in the picture: keys may be ahead of it
    const onInput = (next: number): void => this.change({ [key]: next });
    return slider({ name, symbol, value, range: ranges[key], shown: grouped(value), spoken: String(value), onInput });
  }

  private claim({ n, d }: State, { count, growth }: Answer): TemplateResult {
    const power = (log: number) => numberHtml(typeset(10 ** log, 3));
    const digits = count.toString();
    const exact =
      digits.length <= 30
        ? grouped30(digits)
        : html`${power(growth.count[n - 1])}, a number of ${digits.length} digits`;
    return html`<p class="claim" role="status"><strong>${n} ${n === 1 ? 'point' : 'points'} in dimension ${d}</strong> have
      <span class="digits">${exact}</span> activation patterns${
        n > d ? html`; the bound allows ${power(growth.bound[n - 1])}` : html`, every subset of them`
      }. Subsets: ${numberHtml(typesetShort(10 ** growth.all[n - 1]))}.</p>`;
  }

  private plot(state: State, { growth }: Answer): TemplateResult {
    const width = this.size;
    const small = width < 560;
    const [left, right, top] = [small ? 40 : 48, width - (small ? 96 : 116), 12];
    const bottom = top + Math.round(Math.min(Math.max(width * 0.4, 220), 330));
    const x = scaleLinear([1, MOST], [left, right]);
    const y = scaleLinear([0, TOP], [bottom, top]).clamp(true);
    const labels = labelPlaces(growth, x, y, { left, right, top, bottom });
    const at = { x: x(state.n), y: y(growth.count[state.n - 1]) };
    return svg`<svg width=${width} height=${bottom + 44} viewBox=${`0 0 ${width} ${bottom + 44}`} role="img"
        aria-label=${`Number of patterns against the number of points, in dimension ${state.d}, powers of ten. At ${state.n} points: ${spoken(10 ** growth.count[state.n - 1])}.`}>
      ${axisBottom({ scale: x, ticks: [1, 50, 100, 150, 200], y: bottom, from: left, to: right })}
      <text class="name" x=${(left + right) / 2} y=${bottom + 37} text-anchor="middle">number of points <tspan class="letter">𝑛</tspan></text>
      <g class="axis">${[0, 10, 20, 30].map(
        (power) => svg`<line x1=${left - 4} x2=${left} y1=${y(power)} y2=${y(power)} />
          <text x=${left - 8} y=${y(power) + 4} text-anchor="end">${numberSvg(power ? { mantissa: '1', exponent: power } : { mantissa: '1', exponent: null })}</text>`,
      )}</g>
      ${CURVES.map(
        ({ key, name }, i) => svg`<path class=${`curve ${key}`} d=${path(growth[key], x, y)} />
          <text class=${key} x=${labels[i].x} y=${labels[i].y + 4} text-anchor=${labels[i].anchor}>${name}</text>`,
      )}
      <line class="now" x1=${at.x} x2=${at.x} y1=${at.y} y2=${bottom} /><circle class="dot" cx=${at.x} cy=${at.y} r="5" />
    </svg>`;
  }
}

/** Up to where it leaves the plot. */
function path(logs: Float64Array, x: (n: number) => number, y: (log: number) => number): string {
  let d = '';
  for (let i = 0; i < logs.length; i++) {
    if (Number.isNaN(logs[i])) continue;
    d += `${d ? 'L' : 'M'}${x(i + 1).toFixed(1)},${y(logs[i]).toFixed(1)}`;
    if (logs[i] > TOP) break;
  }
  return d;
}

const grouped30 = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '\u202f');

if (!customElements.get('hcx-pattern-count')) customElements.define('hcx-pattern-count', PatternCount);
