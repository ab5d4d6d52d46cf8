import { nothing, svg, type TemplateResult } from 'lit';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { NUMBER, namedAt, numbersOf } from '../../figure/words/point-names.ts';
import type { PlanePoint } from './great-circles.ts';
import type { PlaneLayout } from './plane-layout.ts';
import { CORNERS, type PlaneAnswer, type PlaneState, SIDE } from './plane-model.ts';

/** The corners of what the neuron sees of the square, and the two ends of the line where it switches. */
function halfPlane({ corners }: PlaneAnswer): { area: PlanePoint[]; line: PlanePoint[] } {
  const area: PlanePoint[] = [];
  const line: PlanePoint[] = [];
  for (const [k, corner] of CORNERS.entries()) {
    const next = (k + 1) % CORNERS.length;
    const [here, there] = [corners[k], corners[next]];
    if (here > 0) area.push(corner);
    if (here > 0 === there > 0) continue;
    const share = here / (here - there);
    const [x, y] = corner.map((from, c) => from + share * (CORNERS[next][c] - from));
    area.push([x, y]);
    line.push([x, y]);
  }
  return { area, line };
}

/** The points, the line of the neuron and the side that it sees. */
export function plane(state: PlaneState, answer: PlaneAnswer, layout: PlaneLayout, marks: Selection): TemplateResult {
  const { square, x, y } = layout;
  const { area, line } = halfPlane(answer);
  const at = ([a, b]: PlanePoint): string => `${x(a).toFixed(1)},${y(b).toFixed(1)}`;
  const named = namedAt(
    state.points.map(([a, b]) => ({ x: x(a), y: y(b) })),
    NUMBER,
  );
  return svg`
    <rect class="square" x=${square.left} y=${square.top} width=${square.side} height=${square.side} />
    ${area.length > 2 ? svg`<path class="active-side" d=${`M${area.map(at).join('L')}z`} />` : nothing}
    ${answer.lines.map(
      ({ points }) =>
        svg`<path class="one-line" d=${`M${ends(points.map((j) => state.points[j]))
          .map(at)
          .join('L')}`} />`,
    )}
    ${line.length === 2 ? switching(state, line, layout) : nothing}
    ${ticks(layout)}
    ${state.points.map((p, j) => {
      const on = answer.pattern[j] === 1;
      return movableMark(marks, j, {
        name: on ? 'point on' : 'point off',
        at: { x: x(p[0]), y: y(p[1]) },
        shape: svg`<path d=${cross(5)} /><text x="11" y="-9">${numbersOf(named[j])}</text>`,
        label: `Data point ${j + 1} of ${state.points.length}`,
        range: [-SIDE, SIDE],
        now: p[0].toFixed(3),
        text: `${spoken(p[0], 2)}, ${spoken(p[1], 2)}, ${on ? 'seen' : 'not seen'}`,
      });
    })}`;
}

/** Pixels. */
const ARROW = 20;

/** The line, and an arrow to the side that is seen where there is room for it. */
function switching({ w }: PlaneState, line: readonly PlanePoint[], { x, y }: PlaneLayout): TemplateResult {
  const [from, to] = line.map(([a, b]) => ({ x: x(a), y: y(b) }));
  const shown = Math.hypot(to.x - from.x, to.y - from.y) > 2 * ARROW;
  const [mx, my] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const length = Math.hypot(w[0], w[1]);
  const [dx, dy] = [w[0] / length, -w[1] / length];
  const tip = `${mx + ARROW * dx},${my + ARROW * dy}`;
  const barb = (turn: number): string => `${mx + 13 * dx - 4.5 * turn * dy},${my + 13 * dy + 4.5 * turn * dx}`;
  return svg`<line class="switch" x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} />
    ${shown ? svg`<path class="arrow" d=${`M${mx},${my}L${tip}M${barb(1)}L${tip}L${barb(-1)}`} />` : nothing}`;
}

/** The two that are furthest apart. */
function ends(points: readonly PlanePoint[]): readonly PlanePoint[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  return [sorted[0], sorted[sorted.length - 1]];
}

function ticks({ square: { left, top, side }, x, y }: PlaneLayout): TemplateResult {
  const base = top + side;
  return svg`<g class="axis">${[-SIDE, 0, SIDE].map((tick) => {
    const text = String(tick).replace('-', '\u2212');
    return svg`<line x1=${x(tick)} x2=${x(tick)} y1=${base} y2=${base + 4} /><text x=${x(tick)} y=${base + 18} text-anchor="middle">${text}</text>
      <line x1=${left - 4} x2=${left} y1=${y(tick)} y2=${y(tick)} /><text x=${left - 8} y=${y(tick) + 4} text-anchor="end">${text}</text>`;
  })}</g>`;
}
