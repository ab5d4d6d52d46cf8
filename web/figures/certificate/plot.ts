import { svg, type TemplateResult } from 'lit';
import { axisBottom } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { alongAxis, onAxis } from './direction-scale.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';

/** Of a direction: the angle in (-180, 180]. */
function degrees(angle: number): string {
  const turned = Math.round((angle * 180) / Math.PI);
  return `${turned > 180 ? turned - 360 : turned}°`.replace('-', '\u2212');
}

const inRadians = (angle: number): number => (angle * Math.PI) / 180;
const QUARTERS = [-90, 0, 90, 180, 270];
const BESIDE = [-20, 20, 160, 200];
/** Where they are not too near to each other. */
const EVERY_TEN = [-30, -20, -10, 10, 20, 30, 150, 160, 170, 190, 200, 210];
/** Where on the line a neuron is active, at each quarter. */
const ACTIVE = ['nowhere', 'to the right', 'everywhere', 'to the left', 'nowhere'];
const SHORTER = ['nowhere', 'right', 'everywhere', 'left', 'nowhere'];

/** The angle of a direction, and what a neuron of it sees. */
function directionAxis({ angle, width, small, left, right, axis: y }: Layout): TemplateResult {
  const ticks = (small ? QUARTERS : [...QUARTERS, ...BESIDE]).map(inRadians);
  const words = width < 330 ? SHORTER : ACTIVE;
  return svg`${axisBottom({ scale: angle, ticks, y, from: left, to: right, format: degrees })}
    <g class="axis">${EVERY_TEN.map((at) => svg`<line x1=${angle(inRadians(at))} x2=${angle(inRadians(at))} y1=${y} y2=${y + 3} />`)}
      ${QUARTERS.map((at, k) => svg`<text x=${angle(inRadians(at))} y=${y + 33} text-anchor="middle">${words[k]}</text>`)}</g>`;
}

/** The part of the curve beyond the level, as an area: zero width elsewhere. */
function excess({ curve }: Answer, { angle, response }: Layout): string {
  const there = alongAxis(curve.angle, curve.response);
  const inside = there.value.map((value) => Math.max(-curve.level, Math.min(curve.level, value)));
  const back = polyline([...there.angle].reverse(), inside.reverse(), angle, response);
  return `${polyline(there.angle, there.value, angle, response)}L${back.slice(1)}z`;
}

/** A triangle that points the way the neuron pushes. */
const triangle = (r: number, up: boolean): string =>
  up ? `M0,${-r}L${r},${r * 0.75}H${-r}z` : `M0,${r}L${r},${-r * 0.75}H${-r}z`;

function neuron(
  { curve, neurons }: Answer,
  { angle, response, small }: Layout,
  marks: Selection,
  i: number,
): TemplateResult {
  const [at, weight, value] = [neurons.angle[i], neurons.weight[i], curve.neuronResponse[i]];
  const largest = Math.max(...neurons.weight.map(Math.abs), 0);
  const size = (small ? 4 : 5) + (small ? 4 : 6) * Math.sqrt(Math.abs(weight) / largest);
  const degrees = (at * 180) / Math.PI;
  return movableMark(marks, i, {
    name: marks.selected === i ? 'neuron chosen' : 'neuron',
    at: { x: angle(onAxis(at)), y: response(Number.isFinite(value) ? value : 0) },
    shape: svg`<path d=${triangle(size, weight > 0)} />`,
    label: `Neuron ${i + 1} of ${neurons.angle.length}`,
    range: [-180, 180],
    now: Math.round(degrees),
    text: `${spoken(degrees, 3)} degrees, response ${spoken(value / curve.level, 3)} of the level`,
    ring: size + 5,
  });
}

/** The response of every direction, between the two levels that it must not leave, with the network's neurons on it. */
export function responses(answer: Answer, layout: Layout, marks: Selection): TemplateResult {
  const { curve, neurons } = answer;
  const { angle, response, left, right, middle } = layout;
  const { angle: directions, value: values } = alongAxis(curve.angle, curve.response);
  const levels = [curve.level, -curve.level].map(response);
  return svg`
    <text class="name" x=${left} y="16">response of every direction</text>
    <rect class="allowed" x=${left} y=${levels[0]} width=${right - left} height=${levels[1] - levels[0]} />
    <line class="zero" x1=${left} x2=${right} y1=${middle} y2=${middle} />
    ${levels.map((y) => svg`<line class="level" x1=${left} x2=${right} y1=${y} y2=${y} />`)}
    <path class="excess" d=${excess(answer, layout)} />
    <path class="curve" d=${polyline(directions, values, angle, response)} />
    ${directionAxis(layout)}
    <text class="level-name" x=${angle(Math.PI / 2)} y=${levels[0] - 6} text-anchor="middle">level 2𝜆</text>
    ${neurons.angle.map((_, i) => neuron(answer, layout, marks, i))}`;
}

/** The data and what the network makes of them. */
export function output({ data, output: line }: Answer, { x, y, plot, left, right }: Layout): TemplateResult {
  return svg`
    ${clip('inside-output', { left, right, ...plot }, 3)}
    <path class="output" clip-path="url(#inside-output)" d=${polyline(line.x, line.y, x, y)} />
    ${Array.from(data.y, (label, j) => {
      const [px, py] = [x(data.X.data[j]), y(label)];
      return svg`<path class="point" transform=${`translate(${px},${py})`} d=${cross(4)} />`;
    })}
    <text class="name" x=${left} y=${plot.top - 8}>output over the input <tspan class="letter">𝑥</tspan></text>
    ${axisBottom({ scale: x, ticks: [-0.5, 0, 0.5], y: plot.bottom, from: left, to: right })}`;
}
