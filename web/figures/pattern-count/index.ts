import { answersOf } from '../../figure/answers.ts';
import { setting } from '../../figure/controls/controls.ts';
import { defineFigure } from '../../figure/define.ts';
import { type Answer, compute, type State, table } from './model.ts';
import { plot } from './plot.ts';
import { countStyle } from './style.ts';
import { claim } from './words.ts';

/** How many activation patterns there are, how many the classical bound allows, and how many subsets. */
export default defineFigure<State, Answer>({
  name: 'pattern-count',
  version: 1,
  state: table,
  source: answersOf((engine) => (state) => compute(engine, state)),
  drawing: plot,
  controls: (view) => [setting(view, 'n'), setting(view, 'd')],
  claim: ({ state, answer }) => claim(state, answer),
  style: countStyle,
  legend: { neuron: '.count', dual: '.bound', all: '.all' },
  exports: () => import('./export.ts'),
});
