import { answersOf } from '../../figure/answers.ts';
import { choice } from '../../figure/controls/choice.ts';
import { icon, other, playing, reset, setting, sliderOf } from '../../figure/controls/controls.ts';
import { fieldSlider } from '../../figure/controls/field-slider.ts';
import { playbackOf } from '../../figure/controls/playback.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { layoutFor } from './layout.ts';
import { matrix } from './matrix.ts';
import { type Answer, patternsModel, type Signs, STEPS, type State, stepAt, stepField, table } from './model.ts';
import { losses, moment, patternCount } from './strips.ts';
import { patternsInTrainingStyle } from './style.ts';
import { claim, spokenMoment } from './words.ts';

type PatternsView = View<State, Answer>;

/** Steps a second. */
const SPEED = 40;

function controls(view: PatternsView) {
  const { set, begun, change, playback } = view;
  const begins = (Object.keys(begun) as (keyof State)[]).every((name) => set[name] === begun[name]);
  return [
    ...playing(view, 'Back to the start of the run', { by: 1, name: 'One step', from: set.step }),
    icon('draw', 'Draw new data and weights', () => change({ draw: set.draw + 1 })),
    sliderOf(fieldSlider(stepField, set.step, (step) => playback?.go(step))),
    setting(view, 'scale'),
    other(
      choice<Signs>({
        label: 'Signs of the convex programme',
        value: set.signs,
        options: [
          { value: 'own', name: 'Own sign' },
          { value: 'both', name: 'Both signs' },
        ],
        choose: (signs) => change({ signs }),
      }),
    ),
    reset(view, begun, begins),
  ];
}

/** Neurons come to share activation patterns, while descent is held against the optimum of the patterns that it has. */
export default defineFigure<State, Answer>({
  name: 'patterns-in-training',
  version: 1,
  state: table,
  still: { step: STEPS },
  source: answersOf(patternsModel),
  play: playbackOf({ end: STEPS, speed: SPEED, at: ({ step }) => step, show: (at) => ({ step: Math.round(at) }) }),
  scrub: ({ width, answer, playback }, { x, y }) => {
    const { step, count, left, right } = layoutFor(width, answer);
    const inside = y > count.top && x > left - 9 && x < right + 9;
    if (inside) playback?.go(Math.round(step.invert(x)));
    return inside;
  },
  drawing: (view) => {
    const { state, answer } = view;
    const layout = layoutFor(view.width, answer);
    const step = stepAt(answer, state.step);
    const content = [
      matrix(answer, step, layout),
      patternCount(answer, step, layout),
      losses(answer, step, layout),
      moment(step, layout),
    ];
    return drawing(view, layout, spokenMoment(answer, step), content, { role: 'img' });
  },
  controls,
  claim: ({ state, answer }) => claim(answer, stepAt(answer, state.step), state.signs),
  style: patternsInTrainingStyle,
  legend: {
    data: '.label-sign',
    neuron: '.bits, .count, .count-dot, .count-name, .together, .together-name',
    together: '.together, .together-name',
    network: '.loss, .dot, .loss-name',
    optimum: '.optimum, .optimum-dot, .optimum-name',
    first: '.first, .first-name, .below',
  },
  exports: () => import('./export.ts'),
});
