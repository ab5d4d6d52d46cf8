import { html } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { action, reset, setting } from '../../figure/controls/controls.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { onAxis } from './direction-scale.ts';
import { layoutFor } from './layout.ts';
import {
  type Answer,
  compute,
  MOST_NEURONS,
  type Neurons,
  type State,
  table,
  turn,
  without,
  withWorst,
} from './model.ts';
import { output, responses } from './plot.ts';
import { certificateStyle } from './style.ts';
import { claim, isProven, numbers } from './words.ts';

type CertificateView = Pick<View<State, Answer>, 'set' | 'answer'>;

/** The neurons as the reader has moved them, or the optimum's. */
const neuronsOf = ({ set, answer }: CertificateView): Neurons => set.neurons ?? answer.neurons;

function controls(view: View<State, Answer>) {
  const { set, answer, marks } = view;
  const count = answer.neurons.angle.length;
  const takeAway = (): void => {
    const neurons = without(neuronsOf(view), marks.selected);
    view.change({ neurons });
    marks.keepWithin(neurons.angle.length);
  };
  const addWorst = (): void =>
    view.become(async (engine) => ({ neurons: await withWorst(engine, view.set.lambda, answer) }));
  return [
    // The network stays as it is: the level moves away from it.
    setting(view, 'lambda', (lambda) => ({ lambda, neurons: neuronsOf(view) })),
    action('Find the optimum', () => view.change({ neurons: null }), set.neurons === null),
    action('Take the chosen neuron away', takeAway, count === 0),
    action('Add one where it is missing most', addWorst, count >= MOST_NEURONS || isProven(answer)),
    reset(view),
  ];
}

/** The condition that proves a network optimal, drawn around the circle of directions. */
export default defineFigure<State, Answer>({
  name: 'certificate',
  version: 1,
  state: table,
  source: answersOf((engine) => (state) => compute(engine, state)),
  marks: {
    places: (view) => {
      const neurons = neuronsOf(view);
      const { angle, response } = layoutFor(view.width, view.answer);
      const { neuronResponse } = view.answer.curve;
      return neurons.angle.map((at, i) => ({
        x: angle(onAxis(at)),
        y: response(neuronResponse[i] || 0),
        move: ({ x }) => ({ neurons: turn(neurons, i, angle.invert(x)) }),
      }));
    },
    // As they are on show, the optimum's too: they are put back without being sought again.
    keeps: (view) => ({ neurons: neuronsOf(view) }),
  },
  drawing: (view) => {
    const layout = layoutFor(view.width, view.answer);
    const content = [output(view.answer, layout), responses(view.answer, layout, view.marks)];
    return drawing(view, layout, 'Response of every direction, and the network', content);
  },
  controls,
  claim: ({ answer }) => html`${claim(answer)}${numbers(answer)}`,
  style: certificateStyle,
  legend: {
    data: '.point',
    dual: '.allowed, .level, .level-name',
    optimum: '.neuron, .output',
    response: '.curve',
    triangle: '.neuron',
  },
  exports: () => import('./export.ts'),
});
