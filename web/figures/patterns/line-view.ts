import { svg, type TemplateResult } from 'lit';
import type { Mark, View } from '../../figure/declaration.ts';
import { angleAt, onCircle } from '../../figure/drawing/direction-circle.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { circle } from './circle.ts';
import { line } from './line.ts';
import { lineLayout } from './line-layout.ts';
import { type LineAnswer, type LineState, movePoint } from './line-model.ts';
import type { Answer, State } from './model.ts';
import { DIRECTION } from './patterned.ts';

/** The points by their numbers, and after them the direction. */
export function linePlaces({ set, width }: Pick<View<State, Answer>, 'set' | 'width'>): Mark<State>[] {
  const { points, angle } = set.line;
  const { x, line: axis, circle: disc } = lineLayout(width, points.length);
  const become = (change: Partial<LineState>): Partial<State> => ({ line: { ...set.line, ...change } });
  return [
    ...points.map((t, j) => ({
      x: x(t),
      y: axis.base,
      move: (to: { x: number }) => become(movePoint(set.line, j, x.invert(to.x))),
    })),
    { ...onCircle(disc, angle), move: (to) => become({ angle: angleAt(disc, to) }), index: DIRECTION },
  ];
}

/** Points on a line, and the circle of directions that they cut. */
export function lineDrawing(view: View<State, Answer>, answer: LineAnswer): TemplateResult {
  const state = view.state.line;
  const n = state.points.length;
  const layout = lineLayout(view.width, n);
  const { selected, held } = view.marks;
  // The direction is a tab stop of its own.
  const marks = { selected: Math.min(selected, n - 1), held };
  const content = svg`${circle(state, answer, layout, held === n)}${line(state, answer, layout, marks)}
    <text class="name" x=${layout.line.left} y=${layout.line.top - 14}>output of the neuron in that direction</text>`;
  return drawing(view, layout, 'The circle of directions and the points on the line', content);
}

const SENSES: Record<string, number> = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 };

/** Arrows turn the direction that is in focus, wherever the selection is. @returns its new angle, or null for other keys */
export function turnedBy({ target, key, shiftKey }: KeyboardEvent, { angle }: LineState): number | null {
  const sense = SENSES[key];
  if (sense === undefined || !(target as Element).closest('.direction')) return null;
  return angle + (sense * (shiftKey ? 10 : 2) * Math.PI) / 180;
}
