import { nothing, svg, type TemplateResult } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { reset, sliderOf } from '../../figure/controls/controls.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { layoutFor } from './layout.ts';
import { type Answer, COUNT, moveLabel, pathModel, type State, table, whole } from './model.ts';
import { lives, losses, output } from './plot.ts';
import { pathStyle } from './style.ts';
import { claim, names, pointAt } from './words.ts';

type PathView = View<State, Answer>;

const labelsOf = ({ set, answer }: PathView): readonly number[] => set.labels ?? answer.labels;

const lookTo = (view: PathView, at: number): void => view.change({ at, seen: Math.max(at, view.set.seen) });

/** The weight decay nearest to a place of the lower drawings. */
function scrub(view: PathView, at: { x: number; y: number }): boolean {
  const { lambda, plot } = layoutFor(view.width, view.answer);
  if (at.y < plot.bottom) return false;
  const { points } = view.answer.path;
  const distance = (k: number): number => Math.abs(lambda(points[k].lambda) - at.x);
  lookTo(
    view,
    points.reduce((best, _, k) => (distance(k) < distance(best) ? k : best), 0),
  );
  return true;
}

function plots(view: PathView): TemplateResult {
  const { state, answer } = view;
  const layout = layoutFor(view.width, answer);
  const { width, height, left, right, lives: box, losses: strip } = layout;
  const place = (k: number): number => layout.lambda(pointAt(answer, k).lambda);
  const now = place(state.at);
  const seen = state.seen === 0 ? left : Math.min(place(state.seen) + 4, width); // a ring there is drawn whole
  const content = svg`
    <clipPath id="path-seen"><rect x="0" y="0" width=${seen} height=${height} /></clipPath>
    ${lives(answer, layout)}${losses(answer, layout)}${names(layout)}
    ${state.seen === 0 ? svg`<text class="hint" x=${left + 16} y=${(box.top + box.bottom) / 2 + 5}>drag to the right →</text>` : nothing}
    <line class="now" x1=${now} x2=${now} y1=${box.top - 6} y2=${strip.bottom} />
    <rect class="scrub" x=${left} y=${box.top - 6} width=${right - left} height=${strip.bottom - box.top + 6} />
    ${output(answer, layout, view.marks)}`;
  return drawing(view, layout, 'The best network at one weight decay, and its neurons at all', content);
}

function controls(view: PathView) {
  const { set, begun, answer } = view;
  const { lambda } = pointAt(answer, set.at);
  const isBegun = set.labels === begun.labels && set.at === begun.at && set.seen === begun.seen;
  return [
    sliderOf({
      name: 'Weight decay',
      symbol: '𝜆',
      // To the right it falls, as in the drawing.
      value: set.at,
      range: { min: 0, max: COUNT - 1, whole: true },
      shown: numberHtml(typeset(lambda, 2)),
      spoken: spoken(lambda, 2),
      onInput: (at) => lookTo(view, Math.round(at)),
    }),
    reset(view, begun, isBegun),
  ];
}

/** The best network at every weight decay, from the one that leaves nothing to the one that fits everything. */
export default defineFigure<State, Answer>({
  name: 'path',
  version: 1,
  state: table,
  still: whole,
  source: answersOf(pathModel),
  marks: {
    places: (view) => {
      const { x, y } = layoutFor(view.width, view.answer);
      const labels = labelsOf(view);
      return labels.map((label, j) => ({
        x: x(view.answer.x[j]),
        y: y(label),
        move: (to) => ({ labels: moveLabel(labels, j, y.invert(to.y)) }),
      }));
    },
    keeps: ({ set: { labels } }) => ({ labels }),
  },
  scrub,
  drawing: plots,
  controls,
  claim: ({ state, answer }) => claim(answer, state.at),
  style: pathStyle,
  legend: {
    data: '.point, .data-line',
    neuron: '.life, .birth',
    optimum: '.objective, .objective-name, .output',
    network: '.misfit, .misfit-name',
  },
  exports: () => import('./export.ts'),
});
