import { svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import type { Layout } from './layout.ts';
import { type Answer, GRID, LINE, onLine, type State } from './model.ts';

export const DATA = 3;

/** The output over the line, its activation point and its slope, and the points. */
export function line(
  state: State,
  answer: Answer,
  layout: Layout,
  selected: number,
  held: number | null,
): TemplateResult {
  const { x, y, line: area } = layout;
  const { kink, side, handle } = answer;
  const inside = kink >= LINE[0] && kink <= LINE[1];
  const name = (base: string, index: number): string => (held === index ? `${base} dragged` : base);
  const tab = (index: number): number => (selected === index ? 0 : -1);
  return svg`
    <text class="name" x=${area.left} y=${area.top - 20}>output over the input <tspan class="letter">𝑥</tspan></text>
    <rect class="active" x=${side > 0 ? x(onLine(kink)) : area.left} y=${area.top} height=${area.base - area.top}
      width=${side > 0 ? area.right - x(onLine(kink)) : x(onLine(kink)) - area.left} />
    ${axisBottom({ scale: x, ticks: [-1, 0, 1], y: area.base, from: area.left, to: area.right })}
    ${axisLeft(y, [0, 0.5, 1], area.left)}
    <g clip-path="url(#line-area)"><path class="output" d=${polyline(GRID, answer.output, x, y)} /></g>
    <g class=${name('neuron slope', 1)} transform=${`translate(${x(handle.x)},${y(Math.min(handle.y, 1))})`} role="slider" data-index="1" tabindex=${tab(1)}
        aria-label="Slope of the neuron" aria-valuenow=${state.w[0]} aria-valuetext=${`slope ${spoken(state.w[0], 3)}`}>
      <circle class="target" r="22" /><circle class="ring" r="11" /><circle class="knob" r="6" />
    </g>
    ${state.points.map((at, j) => {
      const on = answer.pattern[j] === 1;
      // Names of points in one place stand under each other.
      const above = state.points.slice(0, j).filter((other) => Math.abs(x(other) - x(at)) < 20).length;
      return svg`<g class=${name(on ? 'point on' : 'point', DATA + j)} data-point=${j} transform=${`translate(${x(at)},${area.base})`} role="slider" data-index=${DATA + j}
          tabindex=${tab(DATA + j)} aria-label=${`Data point ${j + 1} of ${state.points.length}`} aria-valuemin=${LINE[0]} aria-valuemax=${LINE[1]}
          aria-valuenow=${at} aria-valuetext=${`${spoken(at, 2)}, ${on ? 'seen' : 'not seen'}`}>
        <circle class="target" r="22" /><circle class="ring" r="11" /><path d=${cross(5.5)} />
        <text y=${38 + 16 * above} text-anchor="middle"><tspan class="letter">𝑥</tspan>${'₁₂₃₄'[j]}</text>
      </g>`;
    })}
    <g class=${name(inside ? 'neuron kink' : 'neuron kink away', 0)} transform=${`translate(${x(onLine(kink))},${area.base})`} role="slider" data-index="0" tabindex=${tab(0)}
        aria-label="Activation point" aria-valuemin=${LINE[0]} aria-valuemax=${LINE[1]} aria-valuenow=${onLine(kink)}
        aria-valuetext=${inside ? `${spoken(kink, 3)}, active to the ${side > 0 ? 'right' : 'left'}` : 'outside the picture'}>
      <circle class="target" r="22" /><circle class="ring" r="13" /><path d="M-6,-8L9,0L-6,8z" transform=${`rotate(${side < 0 ? 180 : 0})`} />
    </g>`;
}
