import { svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import type { Layout } from './layout.ts';
import { type Answer, GRID, LINE, onLine, type State } from './model.ts';

export const DATA = 3;

interface Drawn {
  readonly state: State;
  readonly answer: Answer;
  readonly layout: Layout;
  readonly marks: Selection;
}

const name = (j: number): TemplateResult => svg`<tspan class="letter">𝑥</tspan>${'₁₂₃₄'[j]}`;

function slope({ state, answer: { handle }, layout: { x, y }, marks }: Drawn): TemplateResult {
  return movableMark(marks, 1, {
    name: 'neuron slope',
    at: { x: x(handle.x), y: y(Math.min(handle.y, 1)) },
    shape: svg`<circle class="knob" r="6" />`,
    label: 'Slope of the neuron',
    now: state.w[0],
    text: `slope ${spoken(state.w[0], 3)}`,
  });
}

function point({ state: { points }, answer, layout: { x, line: area }, marks }: Drawn, j: number): TemplateResult {
  const on = answer.pattern[j] === 1;
  // Names of points in one place stand under each other.
  const above = points.slice(0, j).filter((other) => Math.abs(x(other) - x(points[j])) < 20).length;
  return movableMark(marks, DATA + j, {
    name: on ? 'point on' : 'point off',
    point: j,
    at: { x: x(points[j]), y: area.base },
    shape: svg`<path d=${cross(5.5)} /><text y=${38 + 16 * above} text-anchor="middle">${name(j)}</text>`,
    label: `Data point ${j + 1} of ${points.length}`,
    range: LINE,
    now: points[j],
    text: `${spoken(points[j], 2)}, ${on ? 'seen' : 'not seen'}`,
  });
}

function activationPoint({ answer: { kink, side }, layout: { x, line: area }, marks }: Drawn): TemplateResult {
  const inside = kink >= LINE[0] && kink <= LINE[1];
  return movableMark(marks, 0, {
    name: inside ? 'neuron kink' : 'neuron kink away',
    at: { x: x(onLine(kink)), y: area.base },
    shape: svg`<path d="M-6,-8L9,0L-6,8z" transform=${`rotate(${side < 0 ? 180 : 0})`} />`,
    label: 'Activation point',
    range: LINE,
    now: onLine(kink),
    text: inside ? `${spoken(kink, 3)}, active to the ${side > 0 ? 'right' : 'left'}` : 'outside the picture',
    ring: 13,
  });
}

/** The output over the line, its activation point and its slope, and the points. */
export function line(drawn: Drawn): TemplateResult {
  const { state, answer, layout } = drawn;
  const { x, y, line: area } = layout;
  const at = x(onLine(answer.kink));
  const [from, to] = answer.side > 0 ? [at, area.right] : [area.left, at];
  return svg`
    <text class="name" x=${area.left} y=${area.top - 20}>output over the input <tspan class="letter">𝑥</tspan></text>
    <rect class="active" x=${from} y=${area.top} height=${area.base - area.top} width=${to - from} />
    ${axisBottom({ scale: x, ticks: [-1, 0, 1], y: area.base, from: area.left, to: area.right })}
    ${axisLeft(y, [0, 0.5, 1], area.left)}
    <g clip-path="url(#line-area)"><path class="output" d=${polyline(GRID, answer.output, x, y)} /></g>
    ${slope(drawn)}${state.points.map((_, j) => point(drawn, j))}${activationPoint(drawn)}`;
}
