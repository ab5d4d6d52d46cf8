import type { WorkerEngine } from '../../engine/types.ts';
import { answersOf } from '../../figure/answers.ts';
import { action, reset, sliderOf } from '../../figure/controls/controls.ts';
import type { Mark, View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import {
  type Answer,
  compute,
  drawn,
  MOST,
  merged,
  moved,
  type Net,
  type State,
  table,
  trained,
  VIEW,
} from './model.ts';
import { handleAt, handleOf, layoutFor, plot } from './plot.ts';
import { neuronsStyle } from './style.ts';
import { claim } from './words.ts';

type NeuronsView = View<State, Answer>;

/** The neurons, then the two labels. */
function places({ state, set, answer, width }: NeuronsView): Mark<State>[] {
  const { x, y } = layoutFor(width);
  const value = (at: { y: number }): number => Math.min(Math.max(y.invert(at.y), VIEW.low), VIEW.high);
  const neurons = state.net.w.map((w, i) => {
    const handle = handleOf(answer, w, i);
    const move: Mark<State>['move'] = (to) => {
      const side = x.invert(to.x) < 0 ? -1 : 1;
      return { net: moved(set.net, i, handleAt(i, side), value(to)) };
    };
    return { x: x(handle.x), y: y(handle.y), move };
  });
  const [left, right] = set.y;
  return [
    ...neurons,
    { x: x(-1), y: y(state.y[0]), move: (to) => ({ y: [value(to), right] }) },
    { x: x(1), y: y(state.y[1]), move: (to) => ({ y: [left, value(to)] }) },
  ];
}

function controls(view: NeuronsView) {
  const width = view.set.net.w.length;
  const become = (make: (engine: WorkerEngine, state: State) => Promise<Net>, then: Partial<State> = {}): void =>
    view.become(async (engine) => ({ net: await make(engine, view.set), ...then }));
  const draw = (count: number): void =>
    become((engine, state) => drawn(engine, state, count), { seed: view.set.seed + 1 });
  return [
    sliderOf({
      name: 'Neurons',
      symbol: '𝑚',
      value: width,
      range: { min: 1, max: MOST, whole: true },
      shown: String(width),
      spoken: String(width),
      onInput: draw,
    }),
    action('Train them', () => become(trained)),
    action('Merge neurons of one pattern', () => become(merged)),
    action('Draw new ones', () => draw(width)),
    reset(view),
  ];
}

/** One, two or many neurons on two points of the line; those of one pattern can be merged. */
export default defineFigure<State, Answer>({
  name: 'neurons',
  version: 1,
  state: table,
  source: answersOf((engine) => (state) => compute(engine, state)),
  marks: { places, keeps: ({ set: { y, net } }) => ({ y, net }) },
  drawing: (view) => {
    const layout = layoutFor(view.width);
    const label = 'The outputs of the neurons and of the network, and the data';
    return drawing(view, layout, label, plot(view.state, view.answer, layout, view.marks));
  },
  controls,
  claim: ({ answer }) => claim(answer),
  style: neuronsStyle,
  legend: { data: '.point', neuron: '.ramp, .neuron', network: '.output' },
  exports: () => import('./export.ts'),
});
