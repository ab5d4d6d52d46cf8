import { nothing, svg, type TemplateResult } from 'lit';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
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
export function line(state: LineState, answer: LineAnswer, layout: LineLayout, marks: Selection): TemplateResult {
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
      return movableMark(marks, j, {
        name: on ? 'point on' : 'point off',
        at: { x: x(t), y: axis.base },
        shape: svg`<path d=${cross(5)} /><text y="32" text-anchor="middle">${numbersOf(named[j])}</text>`,
        label: `Data point ${j + 1} of ${state.points.length}`,
        range: LINE,
        now: t,
        text: `${spoken(t, 2)}, ${on ? 'seen' : 'not seen'}`,
      });
    })}`;
}
