import { answersOf } from '../../figure/answers.ts';
import { icon, playing, reset, sliderOf } from '../../figure/controls/controls.ts';
import { playbackOf } from '../../figure/controls/playback.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { grouped } from '../../figure/words/number-format.ts';
import { layoutFor } from './layout.ts';
import { type Answer, frameAt, labelField, orthogonalModel, type State, table } from './model.ts';
import { bars, plane, strip } from './plot.ts';
import { orthogonalStyle } from './style.ts';
import { claim, spokenMoment } from './words.ts';

type OrthogonalView = View<State, Answer>;

/** Seconds from the start of a run to its end. */
const DURATION = 9;

function controls(view: OrthogonalView) {
  const { set, begun, change, answer, playback } = view;
  const here = frameAt(answer, set.t);
  const next = Math.min(set.t + 1 / (answer.frames.length - 1), 1);
  const begins = set.labels === begun.labels && set.draw === begun.draw && set.t === begun.t;
  return [
    ...playing(view, 'Back to the start of the run'),
    icon('step', 'A few steps on', () => playback?.go(next)),
    icon('draw', 'Draw new initial weights', () => change({ draw: set.draw + 1 })),
    sliderOf({
      name: 'Step',
      value: here.step,
      range: { min: 0, max: answer.steps, whole: true },
      shown: grouped(here.step),
      spoken: spokenMoment(here),
      onInput: (to) => playback?.go(to / answer.steps),
    }),
    reset(view, begun, begins),
  ];
}

/** Points at right angles to each other: the loss falls in two steps, and both can be told beforehand. */
export default defineFigure<State, Answer>({
  name: 'orthogonal',
  version: 1,
  state: table,
  still: { t: 1 },
  source: answersOf(orthogonalModel),
  play: playbackOf({ end: 1, speed: 1 / DURATION, at: ({ t }) => t, show: (t) => ({ t }) }),
  marks: {
    places: ({ set, answer, width }) => {
      const { column, y } = layoutFor(width, answer);
      return set.labels.map((label, j) => ({
        x: column(j),
        y: y(label),
        move: (to) => ({ labels: set.labels.map((old, k) => (k === j ? labelField.clamp(y.invert(to.y)) : old)) }),
      }));
    },
    keeps: ({ set: { labels } }) => ({ labels }),
  },
  scrub: ({ width, answer, playback }, { x, y }) => {
    const { step, strip: box } = layoutFor(width, answer);
    const inside = x > box.left - 9 && x < box.right + 9 && y > box.top && y < box.bottom;
    if (inside) playback?.go(step.invert(x) / answer.steps);
    return inside;
  },
  drawing: (view) => {
    const { state, set, answer, marks } = view;
    const layout = layoutFor(view.width, answer);
    const frame = frameAt(answer, state.t);
    const content = [
      bars(set.labels, frame, layout, marks),
      plane(answer, frame, layout),
      strip(answer, frame, layout),
    ];
    return drawing(view, layout, `Output and labels, neurons and loss. ${spokenMoment(frame)}`, content);
  },
  controls,
  claim: ({ state, answer }) => claim(answer, frameAt(answer, state.t)),
  style: orthogonalStyle,
  legend: {
    data: '.point',
    network: '.response, .loss, .dot',
    neuron: '.neuron-dot',
    dual: '.goal, .goal-name, .level, .level-name',
    goal: '.goal, .goal-name',
    level: '.level, .level-name',
  },
  exports: () => import('./export.ts'),
});
