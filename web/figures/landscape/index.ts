import { html, nothing, svg, type TemplateResult } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { reset, setting, toggle } from '../../figure/controls/controls.ts';
import type { Position } from '../../figure/controls/drag.ts';
import type { Mark, View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { dataPlot } from './data-plot.ts';
import { hatchings } from './field.ts';
import { layoutFor } from './layout.ts';
import { type Answer, inside, Model, movePoint, moveStart, type State, table } from './model.ts';
import { minimaTable } from './numbers.ts';
import { plane } from './plane.ts';
import { section } from './section.ts';
import { strip } from './strip.ts';
import { landscapeStyle } from './style.ts';
import { overlay } from './surface-3d/overlay.ts';
import { placeOn, weightsAt } from './surface-3d/relief.ts';
import { SurfaceView } from './surface-3d/view.ts';
import { viewSwitch } from './view-switch.ts';
import { words } from './words.ts';

type LandscapeView = View<State, Answer, SurfaceView>;

/** The start, then the two data points: of what the reader has set, which may be newer than the picture. */
function places({ set, answer, width, parts }: LandscapeView): Mark<State>[] {
  const layout = layoutFor(width, answer);
  const { w1, w2, x, y } = layout;
  const { reach } = answer.surface;
  const start = inside(set.w, reach);
  const { relief, camera } = parts.sight(answer, layout);
  const at = parts.shows ? camera.project(placeOn(relief, start)) : { x: w1(start[0]), y: w2(start[1]) };
  const startAt = (to: Position) =>
    parts.shows ? weightsAt(relief, camera, to, set.w) : ([w1.invert(to.x), w2.invert(to.y)] as const);
  return [
    { ...at, move: (to) => moveStart(reach, startAt(to)) },
    ...set.x.map((place, j) => ({
      x: x(place),
      y: y(set.y[j]),
      move: (to: Position) => movePoint(set, j, { x: x.invert(to.x), y: y.invert(to.y) }),
    })),
  ];
}

function plots(view: LandscapeView): TemplateResult {
  const { state, answer, marks, parts } = view;
  const layout = layoutFor(view.width, answer);
  const sight = parts.sight(answer, layout);
  const main = parts.shows ? svg`${hatchings}${overlay(answer, sight, layout, marks)}` : plane(answer, layout, marks);
  const content = [main, section(answer, layout), dataPlot(state, answer, layout, marks), strip(answer, layout)];
  const label = 'The loss over the two neurons, the data, and the loss over the steps';
  return html`<div class="field">${parts.shows ? parts.canvas(answer, sight) : nothing}${drawing(view, layout, label, content)}</div>`;
}

function controls(view: LandscapeView) {
  const { basins, way, view: seen, angle } = view.set;
  return [
    setting(view, 'stepSize'),
    toggle('Where does each start end?', basins, () => view.change({ basins: !basins })),
    toggle('Show a path that never climbs', way, () => view.change({ way: !way })),
    // How the reader looks at it stays.
    reset(view, { ...view.begun, view: seen, angle }),
  ];
}

function choose({ change, parts }: LandscapeView, view: State['view']): void {
  change({ view });
  if (view === 'surface') void parts.open();
  else parts.stage.close();
}

/** The loss of two neurons on two points, over their two weights, and where gradient descent ends in it. */
export default defineFigure<State, Answer, SurfaceView>({
  name: 'landscape',
  version: 1,
  state: table,
  source: answersOf((engine) => {
    const model = new Model(engine);
    return (state) => model.compute(state);
  }),
  parts: (figure) => new SurfaceView(figure),
  marks: { places, keeps: ({ set: { x, y, w } }) => ({ x, y, w }) },
  above: (view) =>
    viewSwitch(view.set.view, view.parts.stage.standing, {
      choose: (next) => choose(view, next),
      reset: view.parts.reset,
    }),
  drawing: plots,
  controls,
  claim: ({ state, answer }) => html`${words(state, answer)}${minimaTable(answer)}`,
  style: landscapeStyle,
  legend: {
    network: '.start, .run, .step, .end, .output',
    optimum: '.critical.global-minimum, .value.global-minimum',
    data: '.critical:not(.global-minimum, .saddle), .value:not(.global-minimum), .point',
    alone: '.alone, .section',
    ring: '.start',
    valley: '.critical.band:not(.global-minimum)',
    hollow: '.critical.dot:not(.global-minimum)',
    point: '.point',
  },
  exports: () => import('./export.ts'),
});
