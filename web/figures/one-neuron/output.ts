import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
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

/** The neuron's output over the line, the points, and what a fixed activation promises at them. */
export function outputPlot(
  state: State,
  answer: Answer,
  layout: Layout,
  selected: number,
  held: number | null,
): TemplateResult {
  const { x, outputY, output } = layout;
  const handle = handleAt(answer, layout);
  const named = namedAt(
    state.points.map((point) => ({ x: x(point.x), y: outputY(point.y) })),
    NAME,
  );
  return svg`
    <line class="zero" x1=${output.left} x2=${output.right} y1=${outputY(0)} y2=${outputY(0)} />
    <g clip-path="url(#output-area)"><path class="output" d=${polyline(OUTPUT_AT, answer.output, x, outputY)} /></g>
    ${promised(state, answer, layout)}
    ${axisBottom({ scale: x, ticks: [-2, -1, 0, 1, 2], y: output.bottom, from: output.left, to: output.right })}
    ${axisLeft(outputY, [-1, 0, 1, 2], output.left)}
    <text class="name" x=${output.left} y=${output.top - 14}>output over the input <tspan class="letter">𝑥</tspan></text>
    <g class=${held === 1 ? 'neuron dragged' : 'neuron'} transform=${`translate(${handle.x},${handle.y})`} role="slider" data-index="1"
        tabindex=${selected === 1 ? 0 : -1} aria-label="Slope of the neuron" aria-valuenow=${answer.w} aria-valuetext=${`weight ${spoken(answer.w, 3)}`}>
      <circle class="target" r="22" /><circle class="ring" r="12" /><circle class="dot" r="6" />
    </g>
    ${state.points.map((point, j) => {
      const on = answer.sees[j] === 1;
      const words = `${spoken(point.x, 2)}, label ${spoken(point.y, 2)}, ${on ? 'seen' : 'not seen'}`;
      return svg`<g class=${`point${on ? ' on' : ''}${held === j + 2 ? ' dragged' : ''}`} transform=${`translate(${x(point.x)},${outputY(point.y)})`}
          role="slider" data-index=${j + 2} tabindex=${selected === j + 2 ? 0 : -1} aria-label=${`Data point ${j + 1} of 2`} aria-valuenow=${point.y} aria-valuetext=${words}>
        <circle class="target" r="22" /><circle class="ring" r="12" /><path d=${cross(5.5)} />
        <text y="-14" text-anchor="middle">${named[j].map(pointName)}</text>
      </g>`;
    })}`;
}
