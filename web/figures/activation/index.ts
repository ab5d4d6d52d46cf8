import { html } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { action, reset } from '../../figure/controls/controls.ts';
import type { Mark, View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { wedgesStyle } from '../../figure/drawing/direction-circle.ts';
import { clip, drawing } from '../../figure/drawing/frame.ts';
import { seenStyle } from '../../figure/style/seen-style.ts';
import { layoutFor } from './layout.ts';
import { DATA, line } from './line.ts';
import {
  type Answer,
  addPoint,
  compute,
  FEWEST,
  MOST,
  moveKink,
  movePoint,
  moveWeights,
  onLine,
  removePoint,
  type State,
  table,
} from './model.ts';
import { claim, matrix, pointsTable } from './numbers.ts';
import { activationStyle } from './style.ts';
import { weightSpace } from './weight-space.ts';

/** A neuron that is level has no activation point to move. */
const FLAT = 0.02;

/** The activation point, the slope, the weights, and after them the points. */
function places({ set, answer, width }: View<State, Answer>): Mark<State>[] {
  const { points, w } = set;
  const { x, y, w1, w2, line: area } = layoutFor(width, points.length);
  const { handle } = answer;
  const kink = set.kink ?? onLine(answer.kink);
  const turn: Mark<State>['move'] = (to) => {
    // The side changes when the pointer passes the activation point.
    const side = x.invert(to.x) < kink ? -1 : 1;
    const arm = Math.abs(handle.x - onLine(answer.kink)) || 1;
    return moveKink(side * Math.max(FLAT, y.invert(to.y) / arm), kink);
  };
  return [
    { x: x(kink), y: area.base, move: (to) => moveKink(w[0] || FLAT, onLine(x.invert(to.x))) },
    { x: x(handle.x), y: y(Math.min(handle.y, 1)), move: turn },
    { x: w1(w[0]), y: w2(w[1]), move: (to) => moveWeights(w1.invert(to.x), w2.invert(to.y)) },
    ...points.map((at, j) => ({
      x: x(at),
      y: area.base,
      move: (to: { x: number }) => movePoint(set, j, x.invert(to.x)),
    })),
  ];
}

function controls(view: View<State, Answer>) {
  const n = view.state.points.length;
  const takeAway = (): void => {
    view.change(removePoint(view.set));
    view.marks.keepWithin(DATA + view.set.points.length);
  };
  return [
    action('Add a point', () => view.change(addPoint(view.set)), n >= MOST),
    action('Take one away', takeAway, n <= FEWEST),
    reset(view),
  ];
}

/** One neuron twice: as a bent line over the data, and as a point of weight space, in the wedge of its activation pattern. */
export default defineFigure<State, Answer>({
  name: 'activation',
  version: 1,
  state: table,
  source: answersOf((engine) => (state) => compute(engine, state)),
  marks: { places, keeps: ({ set: { points, w, kink } }) => ({ points, w, kink }) },
  drawing: (view) => {
    const { state, answer, marks } = view;
    const layout = layoutFor(view.width, state.points.length);
    const { left, right, top, base } = layout.line;
    const content = [
      clip('line-area', { left, right, top, bottom: base }, 4, 2),
      weightSpace(state, answer, layout, marks),
      line({ state, answer, layout, marks }),
    ];
    return drawing(view, layout, 'The neuron over the line, and in weight space', content);
  },
  beside: ({ state, answer }) =>
    html`<div class="below">${matrix(answer.pattern)}${claim(state, answer)}</div>${pointsTable(state, answer)}`,
  controls,
  style: [seenStyle, wedgesStyle, activationStyle],
  legend: {
    data: '.point',
    neuron: '.neuron, .output',
    w: '.weights, .arrow',
    kink: '.kink',
    slope: '.slope',
    x1: '[data-point="0"]',
    x2: '[data-point="1"]',
  },
  exports: () => import('./export.ts'),
});
