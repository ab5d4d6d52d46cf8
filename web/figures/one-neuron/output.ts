import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { namedAt } from '../../figure/words/point-names.ts';
import { HANDLE, type Layout } from './layout.ts';
import { type Answer, OUTPUT_AT, type State } from './model.ts';

/** Above HANDLE or -HANDLE, on the side where the neuron is active. */
export function handleAt({ w, output }: Answer, { x, outputY }: Layout) {
  const end = w < 0 ? 0 : OUTPUT_AT.length - 1;
  const at = Math.sign(OUTPUT_AT[end]) * HANDLE;
  return { x: x(at), y: outputY((output[end] * at) / OUTPUT_AT[end]) };
}

/** What the linear model of the chosen matrix says at each point, and how far that is from the label. */
function promised(state: State, answer: Answer, { x, outputY }: Layout): TemplateResult | typeof nothing {
  if (!answer.fixed) return nothing;
  const { outputs } = answer.fixed;
  return svg`${state.points.map(
    (
      point,
      j,
    ) => svg`<line class="residual" x1=${x(point.x)} x2=${x(point.x)} y1=${outputY(point.y)} y2=${outputY(outputs[j])} />
      <rect class="promised" x=${x(point.x) - 5} y=${outputY(outputs[j]) - 5} width="10" height="10" />`,
  )}`;
}

/** Of a point's name, pixels. */
const NAME = 14;

const pointName = (j: number, k: number): TemplateResult =>
  svg`${k ? ', ' : ''}<tspan class="letter">𝑥</tspan>${'₁₂'[j]}`;

function points(state: State, answer: Answer, { x, outputY }: Layout, marks: Selection) {
  const places = state.points.map((point) => ({ x: x(point.x), y: outputY(point.y) }));
  const named = namedAt(places, NAME);
  return state.points.map((point, j) => {
    const on = answer.sees[j] === 1;
    return movableMark(marks, j + 2, {
      name: on ? 'point on' : 'point off',
      at: places[j],
      shape: svg`<path d=${cross(5.5)} /><text y="-14" text-anchor="middle">${named[j].map(pointName)}</text>`,
      label: `Data point ${j + 1} of 2`,
      now: point.y,
      text: `${spoken(point.x, 2)}, label ${spoken(point.y, 2)}, ${on ? 'seen' : 'not seen'}`,
      ring: 12,
    });
  });
}

/** The neuron's output over the line, the points, and what a fixed activation promises at them. */
export function outputPlot(state: State, answer: Answer, layout: Layout, marks: Selection): TemplateResult {
  const { x, outputY, output } = layout;
  const slope = movableMark(marks, 1, {
    name: 'neuron',
    at: handleAt(answer, layout),
    shape: svg`<circle class="dot" r="6" />`,
    label: 'Slope of the neuron',
    now: answer.w,
    text: `weight ${spoken(answer.w, 3)}`,
    ring: 12,
  });
  return svg`
    <line class="zero" x1=${output.left} x2=${output.right} y1=${outputY(0)} y2=${outputY(0)} />
    <g clip-path="url(#output-area)"><path class="output" d=${polyline(OUTPUT_AT, answer.output, x, outputY)} /></g>
    ${promised(state, answer, layout)}
    ${axisBottom({ scale: x, ticks: [-2, -1, 0, 1, 2], y: output.bottom, from: output.left, to: output.right })}
    ${axisLeft(outputY, [-1, 0, 1, 2], output.left)}
    <text class="name" x=${output.left} y=${output.top - 14}>output over the input <tspan class="letter">𝑥</tspan></text>
    ${slope}${points(state, answer, layout, marks)}`;
}
