import { html, svg } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { choice } from '../../figure/controls/choice.ts';
import { icon, playing, reset, setting } from '../../figure/controls/controls.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import type { DataName } from './inputs.ts';
import { layoutFor } from './layout.ts';
import { handleAt, map, moveHandle } from './map.ts';
import { type Answer, moveLabel, optimalSetModel, type State, table } from './model.ts';
import { output } from './plot.ts';
import { optimalSetStyle } from './style.ts';
import { Walk } from './walk.ts';
import { claim } from './words.ts';

type SetView = View<State, Answer>;

const NAMES = { line: 'ten points on the line', circle: 'three around a circle' } as const;

/** The picture may still be of other data than the reader has just chosen. */
const labelsOf = ({ set, state, answer }: SetView): readonly number[] =>
  set.data === state.data ? (set.labels ?? answer.labels) : answer.labels;

function chooseData(view: SetView) {
  const choose = (data: DataName): void => {
    view.playback?.pause();
    view.change({ data, labels: null, t: 0, place: null });
  };
  const options = (['line', 'circle'] as const).map((value) => ({ value, name: NAMES[value] }));
  return html`<div class="view">${choice({ label: 'Data', value: view.set.data, options, choose })}</div>`;
}

function places(view: SetView) {
  const { state, answer } = view;
  const layout = layoutFor(view.width, state.data);
  const labels = labelsOf(view);
  const points = labels.map((label, j) => ({
    x: layout.x(answer.x[j]),
    y: layout.y(label),
    move: (to: { y: number }) => ({ labels: moveLabel(labels, j, layout.y.invert(to.y), state.data) }),
  }));
  const handle = {
    ...handleAt(answer, layout),
    move: (to: { x: number; y: number }, byHand: boolean) => moveHandle(answer, layout, to, byHand),
  };
  return [...points, handle];
}

function controls(view: SetView) {
  const { set, begun, answer, playback } = view;
  const alone = answer.set.corners.rows === 1;
  const next = icon('step', 'Walk to the next corner', () => playback instanceof Walk && playback.next(), alone);
  return [
    ...playing(view, 'Back to the first corner'),
    next,
    setting(view, 'lambda'),
    reset(view, begun, set === begun),
  ];
}

/** All the best networks of a problem: the polytope of their weights, and the band that their outputs fill. */
export default defineFigure<State, Answer>({
  name: 'optimal-set',
  version: 1,
  state: table,
  source: answersOf(optimalSetModel),
  play: (figure) => new Walk(figure),
  marks: {
    places,
    keeps: ({ set: { labels, t, place } }) => ({ labels, t, place }),
    taken: ({ playback }) => playback?.pause(),
  },
  above: chooseData,
  drawing: (view) => {
    const { state, answer } = view;
    const layout = layoutFor(view.width, state.data);
    const axis = state.data === 'line' ? 'the input 𝑥' : 'the angle of the input';
    const name = svg`<text class="name" x=${layout.left} y=${layout.plot.top - 14}>output over ${axis}</text>`;
    const content = [
      name,
      output(answer, layout, state.data, view.marks),
      map(answer, layout, view.marks, view.untouched),
    ];
    return drawing(view, layout, 'The outputs of all best networks, and a map of them', content);
  },
  controls,
  claim: ({ state, answer }) => claim(state, answer),
  style: optimalSetStyle,
  legend: {
    data: '.point',
    optimum: '.output, .range, .edge',
    neuron: '.neurons',
    set: '.hull, .edges, .corner',
  },
  exports: () => import('./export.ts'),
});
