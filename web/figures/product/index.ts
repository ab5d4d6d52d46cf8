import { html } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { action, reset, setting } from '../../figure/controls/controls.ts';
import type { Mark, View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { clip, drawing } from '../../figure/drawing/frame.ts';
import { convexPlot } from './convex.ts';
import { Film } from './film.ts';
import { layoutFor } from './layout.ts';
import { type Answer, compute, moveProduct, moveWeights, type State, table } from './model.ts';
import { productStyle } from './style.ts';
import { weightsPlot } from './weights.ts';
import { claim, numbers } from './words.ts';

type ProductView = View<State, Answer, Film>;

/** The dot over the weights, and over the product. */
function places({ set, answer, width, parts }: ProductView): Mark<State>[] {
  const { u, v, z, loss } = layoutFor(width);
  const here = parts.here(answer);
  // What is set, where it is: keys may be quicker than the engine.
  const { weights, z: product, descending } = set;
  const dot = product === null && !descending ? weights : here;
  const moveAlong: Mark<State>['move'] = (to) => moveProduct(product === null ? here : weights, z.invert(to.x));
  return [
    { x: u(dot.u), y: v(dot.v), move: (to) => moveWeights({ u: u.invert(to.x), v: v.invert(to.y) }) },
    { x: z(product ?? here.z), y: loss(here.loss), move: moveAlong },
  ];
}

/** A product of two weights: the loss over both beside the convex loss over what they make, one dot on both. */
export default defineFigure<State, Answer, Film>({
  name: 'product',
  version: 1,
  state: table,
  source: answersOf((engine) => (state, last) => compute(engine, state, last)),
  parts: (figure) => new Film(figure),
  marks: { places, keeps: ({ set: { weights, z } }) => ({ weights, z }) },
  drawing: (view) => {
    const { state, answer, marks, parts } = view;
    const layout = layoutFor(view.width);
    const [here, way] = [parts.here(answer), parts.way(answer)];
    const content = [
      clip('convex-area', layout.convex),
      weightsPlot(state.lambda, answer, here, way, layout, marks),
      convexPlot(answer, here, way, layout, marks),
    ];
    return drawing(view, layout, 'Loss over both weights, and over their product', content);
  },
  controls: (view) => [
    setting(view, 'lambda', (lambda) => ({ lambda, descending: false })),
    // From where the dot is seen, be it the end of the last descent.
    action('Descend from here', () => view.change({ ...moveWeights(view.parts.here(view.answer)), descending: true })),
    reset(view),
  ],
  claim: ({ state, answer, parts }) => html`${claim(state, answer)}${numbers(answer, parts.here(answer))}`,
  style: productStyle,
  legend: {
    network: '.level',
    optimum: '.curve, .minimum, .minima',
    minima: '.minimum, .minima',
    z: '.same, [data-index="1"]',
    uv: '[data-index="0"]',
  },
  exports: () => import('./export.ts'),
});
