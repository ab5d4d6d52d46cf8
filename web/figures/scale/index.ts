import { answersOf } from '../../figure/answers.ts';
import { choice } from '../../figure/controls/choice.ts';
import { icon, other, playing, reset, setting, sliderOf } from '../../figure/controls/controls.ts';
import { fieldSlider } from '../../figure/controls/field-slider.ts';
import { playbackOf } from '../../figure/controls/playback.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { grouped } from '../../figure/words/number-format.ts';
import { layoutFor } from './layout.ts';
import { type Answer, type State, scaleModel, stepSizeAt, stepSizeField, table } from './model.ts';
import { output } from './plot.ts';
import { frameAt } from './run.ts';
import { LARGE, SMALL } from './schedule.ts';
import { strips } from './strips.ts';
import { scaleStyle } from './style.ts';
import { claim, spokenMoment } from './words.ts';

type ScaleView = View<State, Answer>;

/** Seconds from the start of a run to its end. */
const DURATION = 9;

/** The original's two starts. */
function presets({ set, change }: ScaleView) {
  const chosen = (preset: typeof SMALL): boolean => set.scale === preset.scale && set.stepSize === null;
  const value = chosen(SMALL) ? 'small' : chosen(LARGE) ? 'large' : null;
  return choice({
    label: 'The starts of the original article',
    value,
    options: [
      { value: 'small', name: 'Small start' },
      { value: 'large', name: 'The original’s large start' },
    ],
    choose: (next) => change({ scale: (next === 'small' ? SMALL : LARGE).scale, stepSize: null }),
  });
}

function controls(view: ScaleView) {
  const { set, begun, change, answer, playback } = view;
  const { run } = answer;
  const k = frameAt(run, set.t);
  const here = run.frames[k];
  const step = (): void => playback?.go((run.frames[k + 1] ?? here).step / run.steps);
  const begins = (Object.keys(begun) as (keyof State)[]).every((name) => set[name] === begun[name]);
  return [
    ...playing(view, 'Back to the start of the run'),
    icon('step', 'One step on', step),
    icon('draw', 'Draw new initial weights', () => change({ draw: set.draw + 1 })),
    sliderOf({
      name: 'Step',
      value: here.step,
      range: { min: 0, max: run.steps, whole: true },
      shown: grouped(here.step),
      spoken: spokenMoment(here),
      onInput: (to) => playback?.go(to / run.steps),
    }),
    setting(view, 'scale'),
    sliderOf(fieldSlider(stepSizeField, stepSizeAt(set), (stepSize) => change({ stepSize }))),
    other(presets(view)),
    reset(view, begun, begins),
  ];
}

/** A thousand neurons on four points of a line: what a large start does, what a small one does, and all that lies between. */
export default defineFigure<State, Answer>({
  name: 'scale',
  version: 1,
  state: table,
  still: { t: 1 },
  source: answersOf(scaleModel),
  play: playbackOf({ end: 1, speed: 1 / DURATION, at: ({ t }) => t, show: (t) => ({ t }) }),
  scrub: ({ width, answer, playback }, { x, y }) => {
    const { step, strip, motion } = layoutFor(width, answer);
    const inside = x > strip.left - 9 && x < strip.right + 9 && y > strip.top && y < motion.bottom;
    if (inside) playback?.go(step.invert(x) / answer.run.steps);
    return inside;
  },
  drawing: (view) => {
    const { state, answer } = view;
    const layout = layoutFor(view.width, answer);
    const k = frameAt(answer.run, state.t);
    const frame = answer.run.frames[k];
    const label = `A thousand neurons in training. ${spokenMoment(frame)}`;
    return drawing(view, layout, label, [output(answer, frame, layout), strips(answer, k, layout)], { role: 'img' });
  },
  controls,
  claim: ({ state, answer }) => claim(answer, answer.run.frames[frameAt(answer.run, state.t)]),
  style: scaleStyle,
  legend: {
    data: '.point',
    network: '.network, .network-name, .loss, .dot',
    optimum: '.optimum, .optimum-name',
    neuron: '.neurons',
    lazy: '.lazy, .lazy-name',
    heading: '.heading',
    ending: '.ending',
    turning: '.turning, .turning-name',
    growing: '.growing, .growing-name',
    alignment: 'rect.alignment, .alignment-name',
    fitting: 'rect.fitting, .fitting-name',
  },
  exports: () => import('./export.ts'),
});
