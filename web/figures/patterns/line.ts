import { nothing, svg, type TemplateResult } from 'lit';
import { cross } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { NUMBER, namedAt, numbersOf } from '../../figure/words/point-names.ts';
import type { LineLayout } from './line-layout.ts';
import { GRID, LINE, type LineAnswer, type LineState } from './line-model.ts';

function ramp({ output }: LineAnswer, { x, rise, line }: LineLayout): string {
  return Array.from(
    output,
    (value, k) => `${k ? 'L' : 'M'}${x(GRID[k]).toFixed(1)},${(line.base - value * rise).toFixed(1)}`,
  ).join('');
}

/** The points on their line, the neuron's output over them, and the place where it switches. */
export function line(
  state: LineState,
  answer: LineAnswer,
  layout: LineLayout,
  selected: number,
  held: number | null,
): TemplateResult {
  const { x, line: axis } = layout;
  const { kink } = answer;
  const named = namedAt(
    state.points.map((t) => ({ x: x(t), y: axis.base })),
    NUMBER,
  );
  return svg`
    <line class="ground" x1=${axis.left} x2=${axis.right} y1=${axis.base} y2=${axis.base} />
    <path class="output" d=${ramp(answer, layout)} />
    ${
      kink > LINE[0] && kink < LINE[1]
        ? svg`<line class="kink" x1=${x(kink)} x2=${x(kink)} y1=${axis.top} y2=${axis.base} />`
        : nothing
    }
    ${state.points.map((t, j) => {
      const on = answer.pattern[j] === 1;
      return svg`<g class=${`point${on ? ' on' : ''}${held === j ? ' dragged' : ''}`} transform=${`translate(${x(t)},${axis.base})`} role="slider" data-index=${j}
          tabindex=${selected === j ? 0 : -1} aria-label=${`Data point ${j + 1} of ${state.points.length}`} aria-valuemin=${LINE[0]} aria-valuemax=${LINE[1]}
          aria-valuenow=${t} aria-valuetext=${`${spoken(t, 2)}, ${on ? 'seen' : 'not seen'}`}>
        <circle class="target" r="22" /><circle class="ring" r="11" /><path d=${cross(5)} />
        <text y="32" text-anchor="middle">${numbersOf(named[j])}</text>
      </g>`;
    })}`;
}
