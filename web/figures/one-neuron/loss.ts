import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { type Allowed, MOST, SAMPLES } from './cases.ts';
import type { Layout } from './layout.ts';
import type { Answer, State } from './model.ts';

const PLACES = Array.from({ length: SAMPLES }, (_, k) => -MOST + (2 * MOST * k) / (SAMPLES - 1));

const SIDES: Record<Allowed, readonly (-1 | 1)[]> = { left: [1], right: [-1], none: [-1, 1] };

/** The forbidden side, or both, hatched up to the wall at 0. */
function wall(allowed: Allowed, { w, loss }: Layout): TemplateResult {
  return svg`${SIDES[allowed].map((side) => {
    const [from, to] = side < 0 ? [loss.left, w(0)] : [w(0), loss.right];
    return svg`<rect class="forbidden" fill="url(#hatch)" x=${from} y=${loss.top} width=${to - from} height=${loss.bottom - loss.top} />`;
  })}<line class="wall" x1=${w(0)} x2=${w(0)} y1=${loss.top} y2=${loss.bottom} />`;
}

function minimum(state: State, answer: Answer, { w, lossY }: Layout): TemplateResult | typeof nothing {
  if (state.chosen === null) return nothing;
  const { walled, free } = answer.cases[state.chosen];
  const at = state.wall ? walled : free;
  return svg`<circle class="minimum" cx=${w(at.w)} cy=${lossY(at.loss)} r="10" />`;
}

/** The neuron at a weight that its activation does not allow: what it costs in truth, and the way from there to what was promised. */
function truth(answer: Answer, { w, lossY }: Layout): TemplateResult | typeof nothing {
  const { fixed, neuronLoss } = answer;
  if (!fixed || Math.abs(fixed.loss - neuronLoss) < 1e-9) return nothing;
  return svg`<line class="untrue" x1=${w(answer.w)} x2=${w(answer.w)} y1=${lossY(fixed.loss)} y2=${lossY(neuronLoss)} />
    <circle class="hollow" cx=${w(answer.w)} cy=${lossY(neuronLoss)} r="4.5" />`;
}

/** The loss over the weight, its pieces continued, the wall of the chosen matrix, and the neuron to be moved. */
export function lossPlot(state: State, answer: Answer, layout: Layout, marks: Selection): TemplateResult {
  const { w, lossY, loss, ceiling } = layout;
  const value = answer.fixed?.loss ?? answer.neuronLoss;
  const shown = answer.cases.flatMap((fixed, k) =>
    fixed.allowed !== 'none' || k === state.chosen ? [{ ...fixed, k }] : [],
  );
  return svg`
    ${state.chosen !== null && state.wall ? wall(answer.cases[state.chosen].allowed, layout) : nothing}
    <g clip-path="url(#loss-area)">
      ${shown.map(
        ({ curve, k }) =>
          svg`<path class=${k === state.chosen ? 'fixed chosen' : 'fixed'} d=${polyline(PLACES, curve, w, lossY)} />`,
      )}
      <path class="loss" d=${polyline(PLACES, answer.loss, w, lossY)} />
      ${truth(answer, layout)}
    </g>
    ${axisBottom({ scale: w, ticks: [-2, -1, 0, 1, 2], y: loss.bottom, from: loss.left, to: loss.right })}
    ${axisLeft(lossY, [0, ceiling / 2, ceiling], loss.left)}
    <text class="name" x=${loss.left} y=${loss.top - 14}>loss over the weight <tspan class="letter">𝑤</tspan></text>
    ${minimum(state, answer, layout)}
    ${movableMark(marks, 0, {
      name: 'neuron',
      at: { x: w(answer.w), y: lossY(Math.min(value, ceiling)) },
      shape: svg`<circle class="dot" r="6" />`,
      label: 'Weight of the neuron',
      range: [-MOST, MOST],
      now: answer.w,
      text: `${spoken(answer.w, 3)}, loss ${spoken(value, 3)}`,
      ring: 12,
    })}`;
}
