import { svg, type TemplateResult } from 'lit';
import { axisBottom } from '../../lib/axis.ts';
import { cross, polyline } from '../../lib/mark-shapes.ts';
import { spoken } from '../../lib/number-format.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';

const degrees = (angle: number): string => `${Math.round((angle * 180) / Math.PI)}°`.replace('-', '\u2212');
const TICKS = [-1, -0.5, 0, 0.5, 1].map((turn) => turn * Math.PI);

/** The part of the curve beyond the level, as an area: zero width elsewhere. */
function excess({ curve }: Answer, { angle, response }: Layout): string {
  const inside = Array.from(curve.response, (value) => Math.max(-curve.level, Math.min(curve.level, value)));
  const there = polyline(curve.angle, curve.response, angle, response);
  const back = polyline([...curve.angle].reverse(), inside.reverse(), angle, response);
  return `${there}L${back.slice(1)}z`;
}

/** A triangle that points the way the neuron pushes. */
const triangle = (r: number, up: boolean): string =>
  up ? `M0,${-r}L${r},${r * 0.75}H${-r}z` : `M0,${r}L${r},${-r * 0.75}H${-r}z`;

/** The response of every direction, between the two levels that it must not leave, with the network's neurons on it. */
export function responses(answer: Answer, layout: Layout, selected: number, held: number | null): TemplateResult {
  const { curve, neurons } = answer;
  const { angle, response, left, right, middle } = layout;
  const largest = Math.max(...neurons.weight.map(Math.abs), 0);
  const levels = [curve.level, -curve.level].map(response);
  return svg`
    <rect class="allowed" x=${left} y=${levels[0]} width=${right - left} height=${levels[1] - levels[0]} />
    <line class="zero" x1=${left} x2=${right} y1=${middle} y2=${middle} />
    ${levels.map((y) => svg`<line class="level" x1=${left} x2=${right} y1=${y} y2=${y} />`)}
    <path class="excess" d=${excess(answer, layout)} />
    <path class="curve" d=${polyline(curve.angle, curve.response, angle, response)} />
    ${axisBottom({ scale: angle, ticks: TICKS, y: 2 * middle - 6, from: left, to: right, format: degrees })}
    <text class="level-name" x=${angle(Math.PI / 2)} y=${levels[0] - 6} text-anchor="middle">level 2𝜆</text>
    ${neurons.angle.map((at, i) => {
      const value = curve.neuronResponse[i];
      const size = 5 + 6 * Math.sqrt(Math.abs(neurons.weight[i]) / largest);
      const words = `${spoken((at * 180) / Math.PI, 3)} degrees, response ${spoken(value / curve.level, 3)} of the level`;
      return svg`<g class=${`neuron${selected === i ? ' chosen' : ''}${held === i ? ' dragged' : ''}`} transform=${`translate(${angle(at)},${response(Number.isFinite(value) ? value : 0)})`}
          role="slider" data-index=${i} tabindex=${selected === i ? 0 : -1} aria-label=${`Neuron ${i + 1} of ${neurons.angle.length}`}
          aria-valuemin="-180" aria-valuemax="180" aria-valuenow=${Math.round((at * 180) / Math.PI)} aria-valuetext=${words}>
        <circle class="target" r="22" /><circle class="ring" r=${size + 5} /><path d=${triangle(size, neurons.weight[i] > 0)} />
      </g>`;
    })}`;
}

/** The data and what the network makes of them. */
export function output({ data, output: line }: Answer, { x, y, plot, left, right }: Layout): TemplateResult {
  return svg`
    <clipPath id="inside-output"><rect x=${left} y=${plot.top - 20} width=${right - left} height=${plot.bottom - plot.top + 20} /></clipPath>
    <path class="output" clip-path="url(#inside-output)" d=${polyline(line.x, line.y, x, y)} />
    ${Array.from(data.y, (label, j) => {
      const [px, py] = [x(data.X.data[j]), y(label)];
      return svg`<path class="point" transform=${`translate(${px},${py})`} d=${cross(4)} />`;
    })}
    ${axisBottom({ scale: x, ticks: [-0.5, 0, 0.5], y: plot.bottom, from: left, to: right })}`;
}
