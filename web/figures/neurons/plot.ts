import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { type Answer, AT, type State, VIEW, X } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

export function layoutFor(width: number) {
  const [left, right, top] = [40, width - 16, 12];
  const bottom = top + Math.round(Math.min(Math.max(width * 0.42, 240), 380));
  return {
    width,
    height: bottom + 26,
    left,
    right,
    top,
    bottom,
    x: scaleLinear([-VIEW.x, VIEW.x], [left, right]),
    y: scaleLinear([VIEW.low, VIEW.high], [bottom, top]),
  };
}

/** Where a neuron is taken hold of: near the end of its ramp, each a little further in, so that they do not hide each other. */
export const handleAt = (i: number, side: number): number => side * (1.38 - 0.07 * (i % 6));

/** The place of a neuron's handle, in the units of the plot: on its ramp. */
export function handleOf({ ramps }: Answer, w: number, i: number): { x: number; y: number } {
  const side = w < 0 ? -1 : 1;
  const x = handleAt(i, side);
  return { x, y: (ramps[i][side < 0 ? 0 : 2] * Math.abs(x)) / VIEW.x };
}

/** Each neuron's output and their sum, with a handle on every ramp, and the data. */
export function plot(state: State, answer: Answer, layout: Layout, marks: Selection): TemplateResult {
  const { x, y, left, right, bottom } = layout;
  const { w } = state.net;
  return svg`
    ${axisBottom({ scale: x, ticks: [-1, 0, 1], y: bottom, from: left, to: right })}
    ${axisLeft(y, [0, 1, 2], left)}
    ${clip('neurons-inside', { left, right, top: 0, bottom })}
    <line class="ground" x1=${left} x2=${right} y1=${y(0)} y2=${y(0)} />
    <line class="border" x1=${x(0)} x2=${x(0)} y1=${layout.top} y2=${bottom} />
    <text class="bin" x=${(left + x(0)) / 2} y=${bottom - 8} text-anchor="middle">active on the left</text>
    <text class="bin" x=${(right + x(0)) / 2} y=${bottom - 8} text-anchor="middle">active on the right</text>
    <g clip-path="url(#neurons-inside)">
      ${answer.ramps.map((ramp) => svg`<path class="ramp" d=${polyline(AT, ramp, x, y)} />`)}
      <path class="output" d=${polyline(AT, answer.output, x, y)} />
    </g>
    ${answer.ramps.map((_, i) => neuron(answer, w, layout, marks, i))}
    ${X.map((at, j) =>
      movableMark(marks, w.length + j, {
        name: 'point',
        at: { x: x(at), y: y(state.y[j]) },
        shape: svg`<path d=${cross(5)} />`,
        label: `Label of data point ${j + 1}`,
        range: [VIEW.low, VIEW.high],
        now: state.y[j].toFixed(2),
        text: spoken(state.y[j], 2),
        tabStop: true,
      }),
    )}`;
}

function neuron(answer: Answer, w: readonly number[], { x, y }: Layout, marks: Selection, i: number): TemplateResult {
  const { x: at, y: value } = handleOf(answer, w[i], i);
  return movableMark(marks, i, {
    name: 'neuron',
    at: { x: x(at), y: y(value) },
    shape: svg`<circle class="tip" r="4.5" />`,
    label: `Neuron ${i + 1} of ${w.length}`,
    range: [-4, 4],
    now: value.toFixed(2),
    text: `active on the ${at < 0 ? 'left' : 'right'}, output ${spoken(value, 2)} near the end`,
    ring: 9,
    target: 16,
    tabStop: true,
  });
}
