import { html, type TemplateResult } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { choice } from '../../figure/controls/choice.ts';
import { action, other, reset } from '../../figure/controls/controls.ts';
import type { Part, View, Workshop } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { middleOf, wedgesStyle } from '../../figure/drawing/direction-circle.ts';
import { seenStyle } from '../../figure/style/seen-style.ts';
import * as line from './line-model.ts';
import { lineDrawing, linePlaces, turnedBy } from './line-view.ts';
import { patternList } from './list.ts';
import { type Answer, compute, type State, table } from './model.ts';
import * as plane from './plane-model.ts';
import { planeStyle } from './plane-style.ts';
import { PlaneView } from './plane-view.ts';
import { patternsStyle } from './style.ts';
import { counts } from './words.ts';

type PatternsView = View<State, Answer, Views>;

const dimension = (d: number): TemplateResult =>
  html` <span class="dimension"><span class="letter">𝑑</span> = ${d}</span>`;

const VIEWS = [
  { value: 'line', name: html`Points on a line${dimension(2)}` },
  { value: 'plane', name: html`Points in the plane${dimension(3)}` },
] as const;

/** On the line keys turn the direction, in the plane the sphere is turned. */
class Views implements Part {
  readonly plane: PlaneView;

  constructor(private readonly figure: Workshop<State, Answer>) {
    this.plane = new PlaneView(figure);
  }

  frame(now: number): void {
    this.plane.orbit.frame(now);
  }

  down(event: PointerEvent): void {
    if (this.figure.set.view === 'plane') this.plane.orbit.down(event);
  }

  key(event: KeyboardEvent): boolean {
    const { set, change } = this.figure;
    if (set.view === 'plane') return this.plane.key(event);
    const angle = turnedBy(event, set.line);
    if (angle === null) return false;
    event.preventDefault();
    change({ line: { ...set.line, angle } });
    return true;
  }
}

function choose({ answer, set, parts, change }: PatternsView, k: number): void {
  if (answer.view === 'plane') parts.plane.look(answer.directions[k]);
  else change({ line: { ...set.line, angle: middleOf(answer.arcs, k) } });
}

/** Another number of points in the place that is shown. */
function changePoints(view: PatternsView, make: { line: typeof line.addPoint; plane: typeof plane.addPoint }): void {
  const { set } = view;
  if (set.view === 'line') view.change({ line: { ...set.line, ...make.line(set.line) } });
  else view.change({ plane: { ...set.plane, ...make.plane(set.plane) } });
  view.marks.keepWithin(view.set[set.view].points.length);
}

function controls(view: PatternsView) {
  const { state, answer, begun, parts } = view;
  const shown = answer.view;
  const n = state[shown].points.length;
  const { FEWEST, MOST } = shown === 'line' ? line : plane;
  const add = { line: line.addPoint, plane: plane.addPoint };
  const takeAway = { line: line.removePoint, plane: plane.removePoint };
  return [
    other(counts(state, answer)),
    action('Add a point', () => changePoints(view, add), n >= MOST),
    action('Take one away', () => changePoints(view, takeAway), n <= FEWEST),
    ...(shown === 'plane' ? [action('Reset view', () => parts.plane.orbit.goHome(), parts.plane.orbit.atHome)] : []),
    reset(view, { [shown]: begun[shown] }),
  ];
}

/** Points on a line or in the plane, the circle or sphere of directions that they cut, and every activation pattern there is. */
export default defineFigure<State, Answer, Views>({
  name: 'patterns',
  version: 2,
  state: table,
  source: answersOf((engine) => (state) => compute(engine, state)),
  parts: (figure) => new Views(figure),
  marks: {
    places: (view) => (view.set.view === 'line' ? linePlaces(view) : view.parts.plane.places(view)),
    keeps: ({ set }) => ({ line: set.line, plane: set.plane }),
  },
  above: ({ set, change }) =>
    html`<div class="view">${choice({
      label: 'Where the points are',
      value: set.view,
      options: VIEWS,
      choose: (view) => change({ view }),
    })}</div>`,
  drawing: (view) =>
    view.answer.view === 'line' ? lineDrawing(view, view.answer) : view.parts.plane.drawing(view, view.answer),
  controls,
  claim: (view) => patternList(view.answer, (k) => choose(view, k)),
  style: [seenStyle, wedgesStyle, patternsStyle, planeStyle],
  legend: {
    data: '.point, .circle',
    neuron: '.output, .kink, .direction, .neuron-mark, .arrow, .active-side',
    sector: '.sector, .cell',
  },
  exports: () => import('./export.ts'),
});
