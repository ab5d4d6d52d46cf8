import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { grouped, spoken } from '../../figure/words/number-format.ts';
import { numberSvg } from '../../figure/words/number-view.ts';
import type { Layout } from './layout.ts';
import { type Answer, type Frame, MOST, type State } from './model.ts';
import { lossShown } from './words.ts';

const LARGEST = 11;
const SMALLEST = 2;

/** The labels, to be dragged, and the output as a bar for each. */
export function bars(labels: State['labels'], frame: Frame, layout: Layout, marks: Selection): TemplateResult {
  const { bars: box, column, half, y } = layout;
  const zero = y(0);
  return svg`
    <text class="name" x=${box.left} y=${box.top - 21}>output and labels</text>
    ${axisLeft(y, [-1, 0, 1], box.left - 6)}
    <line class="ground" x1=${box.left} x2=${box.right} y1=${zero} y2=${zero} />
    ${labels.map((label, j) => {
      const top = Math.min(Math.max(y(frame.output[j]), box.top - 4), box.bottom + 4);
      return svg`<rect class="response" x=${column(j) - half} y=${Math.min(top, zero)} width=${2 * half} height=${Math.abs(top - zero)} />
        <text class="quiet" x=${column(j)} y=${box.bottom + 25} text-anchor="middle"><tspan class="letter">𝑥</tspan>${'₁₂₃₄₅₆'[j]}</text>
        ${movableMark(marks, j, {
          name: 'point',
          at: { x: column(j), y: y(label) },
          shape: svg`<path d=${cross(5)} />`,
          label: `Label of point ${j + 1} of ${labels.length}`,
          range: [-MOST, MOST],
          now: label.toFixed(2),
          text: spoken(label, 2),
        })}`;
    })}`;
}

const degrees = (radians: number): string => `${Math.round((180 * radians) / Math.PI)}°`;
const RIGHT_ANGLES = [0, Math.PI / 2, Math.PI];

/** Every neuron between the two directions that are predicted, as large as its weight against the heaviest. */
export function plane({ prophecy }: Answer, frame: Frame, layout: Layout): TemplateResult {
  const { toPositive: x, toNegative: y, plane: box } = layout;
  const { weight } = frame.neurons;
  const heaviest = weight.reduce((most, value) => Math.max(most, value), 0);
  const right = box.left + box.side;
  const goal = (role: string, across: number, up: number, direction: Float64Array | null) =>
    direction
      ? svg`<circle class=${`goal ${role}`} cx=${x(across)} cy=${y(up)} r="15" /><text class="goal-name" x=${across === 0 ? x(across) - 14 : x(across) + 21} y=${across === 0 ? y(up) - 22 : y(up) + 5}>${role}</text>`
      : nothing;
  return svg`
    <text class="name" x=${box.left - 40} y=${box.top - 21}>neurons: angle to the negative labels ↑</text>
    <rect class="box" x=${box.left} y=${box.top} width=${box.side} height=${box.side} />
    ${axisBottom({ scale: x, ticks: RIGHT_ANGLES, y: box.top + box.side, from: box.left, to: right, format: degrees })}
    <g class="axis">${RIGHT_ANGLES.map((angle) => svg`<text x=${box.left - 7} y=${y(angle) + 4} text-anchor="end">${degrees(angle)}</text>`)}</g>
    <text class="name" x=${right} y=${box.top + box.side + 38} text-anchor="end">angle to the positive labels →</text>
    ${goal('positive', 0, Math.PI / 2, prophecy.directions[0])}${goal('negative', Math.PI / 2, 0, prophecy.directions[1])}
    ${Array.from(weight, (value, i) => {
      const r = Math.max(SMALLEST, LARGEST * Math.sqrt(value / (heaviest || 1)));
      return svg`<circle class="neuron-dot" cx=${x(frame.toPositive[i]).toFixed(1)} cy=${y(frame.toNegative[i]).toFixed(1)} r=${r.toFixed(1)} />`;
    })}`;
}

/** The loss so far and ahead, over the levels that were predicted. */
export function strip({ frames, steps, prophecy }: Answer, now: Frame, layout: Layout): TemplateResult {
  const { step, loss, strip: box } = layout;
  const places = spread(
    prophecy.levels.map((level) => loss(level.loss)),
    34,
    box.top + 4,
    box.bottom - 22,
  );
  const at = frames.map((frame) => frame.step);
  const losses = frames.map((frame) => frame.loss);
  return svg`
    <text class="name" x=${box.left} y=${box.top - 21}>loss over the steps</text>
    ${axisLeft(loss, loss.ticks(4), box.left)}
    ${axisBottom({ scale: step, ticks: [0, steps / 2, steps], y: box.bottom, from: box.left, to: box.right, format: grouped })}
    ${prophecy.levels.map(
      (
        level,
        k,
      ) => svg`<line class="level" x1=${box.left} x2=${box.right} y1=${loss(level.loss)} y2=${loss(level.loss)} />
        <text class="level-name" x=${box.right + 8} y=${places[k]}>${level.name}</text>
        <text class="level-name" x=${box.right + 8} y=${places[k] + 15}>${numberSvg(lossShown(level.loss))}</text>`,
    )}
    <path class="loss" d=${polyline(at, losses, step, loss)} />
    <line class="now" x1=${step(now.step)} x2=${step(now.step)} y1=${box.top} y2=${box.bottom} />
    <circle class="dot" cx=${step(now.step)} cy=${loss(now.loss)} r="5" />
    <rect class="scrub" x=${box.left - 8} y=${box.top} width=${box.right - box.left + 16} height=${box.bottom - box.top} />`;
}
