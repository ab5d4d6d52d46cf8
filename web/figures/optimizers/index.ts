import { html } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { choice } from '../../figure/controls/choice.ts';
import { icon, other, playing, reset, setting, sliderOf } from '../../figure/controls/controls.ts';
import { fieldSlider } from '../../figure/controls/field-slider.ts';
import { playbackOf } from '../../figure/controls/playback.ts';
import type { Mark, View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { frameAt, layoutFor } from './layout.ts';
import { type Answer, frameOf, LAST, raceModel, type State, sizeFields, table } from './model.ts';
import { output, placeOf, race } from './plot.ts';
import { NAMES, RULES, type Rule } from './rules.ts';
import { optimizersStyle } from './style.ts';
import { claim } from './words.ts';

type RaceView = View<State, Answer>;

/** Looks a second, of about two hundred. */
const SPEED = 40;

const layoutOf = ({ width, answer, set }: RaceView) => layoutFor(width, answer, set.axis);

/** The rule whose curve or name is nearest to a height. */
const nearestRule = (heightOf: (rule: Rule) => number, y: number): Rule =>
  RULES.reduce((best, rule) => (Math.abs(heightOf(rule) - y) < Math.abs(heightOf(best) - y) ? rule : best));

/** The next curve above or below, at the moment on show; of curves at one height in the order of the rules. */
function neighbour({ answer, set, width }: RaceView, up: number): Rule {
  const layout = layoutFor(width, answer, set.axis);
  const height = (rule: Rule): number => placeOf(answer, layout, rule, set.frame).y;
  const order = [...RULES].sort((a, b) => height(b) - height(a));
  return order[Math.min(Math.max(order.indexOf(set.chosen) + up, 0), order.length - 1)];
}

/** The dot on the chosen curve: along it by hand or keys, and across to another curve. */
function moment(view: RaceView): Mark<State> {
  const { answer, set } = view;
  const layout = layoutOf(view);
  const here = placeOf(answer, layout, set.chosen, set.frame);
  return {
    ...here,
    move: (to, byHand) => {
      const frame = frameAt(layout, layout.times(set.chosen), to.x);
      if (byHand) return { frame, chosen: nearestRule((rule) => placeOf(answer, layout, rule, frame).y, to.y) };
      const [across, up] = [Math.sign(to.x - here.x), Math.sign(here.y - to.y)];
      const next = frameOf(answer.runs[set.chosen], set.frame) + across * (Math.abs(to.x - here.x) > 5 ? 5 : 1);
      return { frame: Math.min(Math.max(next, 0), LAST), chosen: neighbour(view, up) };
    },
  };
}

/** On the curves the moment is scrubbed; of the names beside them one is chosen. */
function scrub(view: RaceView, at: { x: number; y: number }): boolean {
  const layout = layoutOf(view);
  const { box, rows } = layout;
  if (at.y < box.top - 8 || at.y > box.bottom + 8 || at.x < box.left - 8) return false;
  if (at.x <= box.right + 8) view.change({ frame: frameAt(layout, layout.times(view.set.chosen), at.x) });
  else if (at.x <= box.right + 170) view.change({ chosen: nearestRule((rule) => rows[rule], at.y) });
  else return false;
  return true;
}

function controls(view: RaceView) {
  const { set, begun, change } = view;
  const size = fieldSlider(sizeFields[set.chosen], set.sizes[set.chosen], (next) =>
    change({ sizes: { ...set.sizes, [set.chosen]: next } }),
  );
  const begins = (Object.keys(begun) as (keyof State)[]).every((name) => set[name] === begun[name]);
  return [
    ...playing(view, 'Rewind'),
    icon('draw', 'Draw new initial weights', () => change({ draw: set.draw + 1 })),
    // Under one name for all rules: a slider that is held keeps it while another curve is chosen.
    sliderOf({
      ...size,
      shown: html`${NAMES[set.chosen]}: ${size.shown}`,
      spoken: `${NAMES[set.chosen]}: ${size.spoken}`,
    }),
    setting(view, 'width'),
    setting(view, 'lambda'),
    other(
      choice({
        label: 'What is counted',
        value: set.axis,
        options: [
          { value: 'steps', name: 'Steps' },
          { value: 'passes', name: 'Passes' },
        ] as const,
        choose: (axis: State['axis']) => change({ axis }),
      }),
    ),
    reset(view, begun, begins),
  ];
}

/** All optimisers from one start, raced to the certified optimum. */
export default defineFigure<State, Answer>({
  name: 'optimizers',
  version: 1,
  state: table,
  source: answersOf(raceModel),
  play: playbackOf({ end: LAST, speed: SPEED, at: ({ frame }) => frame, show: (at) => ({ frame: Math.round(at) }) }),
  marks: { places: (view) => [moment(view)], keeps: ({ set: { frame, chosen } }) => ({ frame, chosen }) },
  scrub,
  drawing: (view) => {
    const { state, answer, marks } = view;
    const layout = layoutFor(view.width, answer, state.axis);
    const content = [race(state, answer, layout, marks), output(state, answer, layout)];
    return drawing(view, layout, 'Losses of all optimisers from one start, and the output of the chosen one', content);
  },
  controls,
  claim: ({ state, answer }) => claim(state, answer),
  style: optimizersStyle,
  legend: {
    network: '.loss, .rule, .network, .moment-dot',
    optimum: '.optimum-line, .optimum-name, .nothing, .optimum',
    data: '.point',
    momentum: '[data-rule="momentum"], [data-rule="nesterov"]',
    batches: '[data-rule="sgd"]',
    scales: '[data-rule="scales"]',
    adam: '[data-rule="adam"]',
  },
  exports: () => import('./export.ts'),
});
