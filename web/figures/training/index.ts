import { answersOf } from '../../figure/answers.ts';
import { choice } from '../../figure/controls/choice.ts';
import { other, playing, sliderOf } from '../../figure/controls/controls.ts';
import { fieldSlider } from '../../figure/controls/field-slider.ts';
import { playbackOf } from '../../figure/controls/playback.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { seenStyle } from '../../figure/style/seen-style.ts';
import { layoutFor } from './layout.ts';
import {
  type Answer,
  frameAt,
  RULES,
  type Rule,
  STEPS,
  STRIDE,
  type State,
  stepField,
  table,
  trainingModel,
} from './model.ts';
import { output, strip, weightSpace } from './plot.ts';
import { trainingStyle } from './style.ts';
import { claim, seenAt } from './words.ts';

/** Steps a second. */
const SPEED = 150;
const NAMES: Record<Rule, string> = { adam: 'Adam', gd: 'Gradient descent' };

function controls(view: View<State, Answer>) {
  const { step, rule } = view.set;
  const go = (to: number): void => view.playback?.go(to);
  return [
    ...playing(view, 'Rewind', { by: STRIDE, name: `${STRIDE} steps`, from: step }),
    sliderOf(fieldSlider(stepField, step, go)),
    other(
      choice({
        label: 'How it is trained',
        value: rule,
        options: RULES.map((name) => ({ value: name, name: NAMES[name] })),
        choose: (next) => view.change({ rule: next }),
      }),
    ),
  ];
}

/** One neuron learns two points; the moment when it begins to see the second. */
export default defineFigure<State, Answer>({
  name: 'training',
  version: 1,
  state: table,
  still: { seen: STEPS },
  source: answersOf(trainingModel),
  play: playbackOf({
    end: STEPS,
    speed: SPEED,
    at: ({ step }) => step,
    show: (at, { seen }) => {
      const step = STRIDE * frameAt(at);
      return { step, seen: Math.max(step, seen) };
    },
  }),
  scrub: ({ width, answer, playback }, { x, y }) => {
    const { step, strip: box } = layoutFor(width, answer.run);
    if (y < box.top) return false;
    playback?.go(step.invert(x));
    return true;
  },
  drawing: (view) => {
    const { step, seen } = view.state;
    const { run } = view.answer;
    const layout = layoutFor(view.width, run);
    const k = frameAt(step);
    const content = [
      output(run, layout, k, seenAt(run, step)),
      weightSpace(run, layout, { k, seen: frameAt(seen), id: 'weight-space' }),
      strip(run, layout, { now: step, seen }),
    ];
    return drawing(view, layout, 'The neuron over the line, in weight space, and its loss', content, { role: 'img' });
  },
  controls,
  claim: ({ state, answer }) => claim(answer.run, state.step),
  style: [seenStyle, trainingStyle],
  legend: {
    data: '.point',
    network: '.output, .loss, .dot-loss',
    neuron: '.way, .ahead, .dot, .kink',
    x1: '[data-point="0"]',
    x2: '[data-point="1"]',
    kink: '.kink',
    step: '.event, .event-name',
  },
  exports: () => import('./export.ts'),
});
