import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import type { View } from '../../figure/declaration.ts';
import { axisBottom } from '../../figure/drawing/axis.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { numberSvg } from '../../figure/words/number-view.ts';
import { labelPlaces } from './labels.ts';
import { type Answer, CURVES, MOST, type State, TOP } from './model.ts';

/** The three numbers over the points, as powers of ten. */
export function plot(view: View<State, Answer>): TemplateResult {
  const { state, width, answer } = view;
  const { growth } = answer;
  const small = width < 560;
  const [left, right, top] = [small ? 40 : 48, width - (small ? 96 : 116), 12];
  const bottom = top + Math.round(Math.min(Math.max(width * 0.4, 220), 330));
  const x = scaleLinear([1, MOST], [left, right]);
  const y = scaleLinear([0, TOP], [bottom, top]).clamp(true);
  const labels = labelPlaces(growth, x, y, { left, right, top, bottom });
  const at = { x: x(state.n), y: y(growth.count[state.n - 1]) };
  const label = `Number of patterns against the number of points, in dimension ${state.d}, powers of ten. At ${state.n} points: ${spoken(10 ** growth.count[state.n - 1])}.`;
  const content = svg`${axisBottom({ scale: x, ticks: [1, 50, 100, 150, 200], y: bottom, from: left, to: right })}
    <text class="name" x=${(left + right) / 2} y=${bottom + 37} text-anchor="middle">number of points <tspan class="letter">𝑛</tspan></text>
    <g class="axis">${[0, 10, 20, 30].map(
      (power) => svg`<line x1=${left - 4} x2=${left} y1=${y(power)} y2=${y(power)} />
        <text x=${left - 8} y=${y(power) + 4} text-anchor="end">${numberSvg(power ? { mantissa: '1', exponent: power } : { mantissa: '1', exponent: null })}</text>`,
    )}</g>
    ${CURVES.map(
      ({ key, name }, i) => svg`<path class=${`curve ${key}`} d=${path(growth[key], x, y)} />
        <text class=${key} x=${labels[i].x} y=${labels[i].y + 4} text-anchor=${labels[i].anchor}>${name}</text>`,
    )}
    <line class="now" x1=${at.x} x2=${at.x} y1=${at.y} y2=${bottom} /><circle class="dot" cx=${at.x} cy=${at.y} r="5" />`;
  return drawing(view, { width, height: bottom + 44 }, label, content, { role: 'img' });
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
