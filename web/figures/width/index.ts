import { choice } from '../../figure/controls/choice.ts';
import { icon, other, reset, setting } from '../../figure/controls/controls.ts';
import type { Mark, View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { chosenOf, nearest, neighbour, Ring } from './choose.ts';
import { layoutFor } from './layout.ts';
import { LiveStudy, type Progress } from './live-study.ts';
import { OPTIMIZERS, type Rule, type State, table } from './model.ts';
import { dots, output } from './plot.ts';
import { widthStyle } from './style.ts';
import { claim } from './words.ts';

type WidthView = View<State, Progress, Ring>;

/** How near to a dot the drawing must be pressed, pixels. */
const REACH = 22;
const NAMES: Record<Rule, string> = { adam: 'Adam', momentum: 'Momentum', gd: 'Plain' };

/** The ring goes from dot to dot. */
function place({ answer: { study }, set, width, parts }: WidthView): Mark<State> {
  const layout = layoutFor(width, study);
  const from = chosenOf(study, set.chosen);
  const { x, y } = layout.at(from);
  return {
    x,
    y,
    move: (to, byHand) => {
      if (byHand) return { chosen: parts.pulled(study, layout, to).run };
      return { chosen: neighbour(study, from, Math.sign(to.x - x), Math.sign(y - to.y)).run };
    },
  };
}

function pick({ answer: { study }, width, change }: WidthView, at: { x: number; y: number }): boolean {
  const { one, distance } = nearest(study, layoutFor(width, study), at);
  if (distance > REACH) return false;
  change({ chosen: one.run });
  return true;
}

function controls(view: WidthView) {
  const { set, begun, answer, change } = view;
  const { playing, toggle, study } = answer;
  const begins = (Object.keys(begun) as (keyof State)[]).every((name) => set[name] === begun[name]);
  return [
    icon(playing ? 'pause' : 'play', playing ? 'Pause' : 'Go on', toggle, study.complete),
    icon('draw', 'Draw ten new seeds', () => change({ draw: set.draw + 1 })),
    setting(view, 'lambda'),
    setting(view, 'steps'),
    other(
      choice({
        label: 'How they are trained',
        value: set.optimizer,
        options: OPTIMIZERS.map((value) => ({ value, name: NAMES[value] })),
        choose: (optimizer) => change({ optimizer }),
      }),
    ),
    reset(view, begun, begins),
  ];
}

/** How wide a network must be for descent to find the optimum: every dot a training, and the line that none crosses. */
export default defineFigure<State, Progress, Ring>({
  name: 'width',
  version: 1,
  state: table,
  source: (figure) => new LiveStudy(figure),
  parts: () => new Ring(),
  marks: {
    places: (view) => [place(view)],
    keeps: ({ set: { chosen } }) => ({ chosen }),
    held: ({ answer: { study }, set, parts }, index) =>
      parts.take(index === null ? null : chosenOf(study, set.chosen).run),
  },
  scrub: pick,
  drawing: (view) => {
    const { study } = view.answer;
    const layout = layoutFor(view.width, study);
    const chosen = chosenOf(study, view.state.chosen);
    const content = [dots(study, chosen, layout, view.marks), output(study, chosen, layout)];
    return drawing(view, layout, 'Where trainings of every width end, and the output of one of them', content);
  },
  controls,
  claim: ({ answer: { study } }) => claim(study),
  style: widthStyle,
  legend: {
    network: '.dot, .network, .median, .median-line, .median-name',
    optimum: '.optimum-line, .optimum-name, .nothing, .optimum',
    data: '.point',
    median: '.median, .median-line, .median-name',
    enough: '.enough, .enough-name',
    chosen: '.chosen, .network',
  },
  exports: () => import('./export.ts'),
});
