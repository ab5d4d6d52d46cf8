import { svg } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { icon, playing, sliderOf } from '../../figure/controls/controls.ts';
import { playbackOf } from '../../figure/controls/playback.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { layoutFor } from './layout.ts';
import { type Answer, escapeModel, type State, table } from './model.ts';
import { output, strip } from './plot.ts';
import { escapeStyle } from './style.ts';
import { claim } from './words.ts';

/** Seconds from one end of the path to the other. */
const DURATION = 9;

function controls(view: View<State, Answer>) {
  const { seed, t } = view.set;
  const percent = Math.round(100 * t);
  const drawAnew = (): void => {
    view.playback?.pause();
    view.change({ seed: seed + 1, t: 0 });
  };
  return [
    ...playing(view, 'Back to where the descent got stuck'),
    icon('draw', 'Train another network and start from its end', drawAnew),
    sliderOf({
      name: 'Place on the path',
      value: percent,
      range: { min: 0, max: 100, whole: true },
      shown: `${percent} %`,
      spoken: `${percent} percent`,
      onInput: (next) => view.playback?.go(next / 100),
    }),
  ];
}

/** A network stuck above the optimum, and a path from there to the bottom along which the loss never rises. */
export default defineFigure<State, Answer>({
  name: 'escape',
  version: 1,
  state: table,
  source: answersOf(escapeModel),
  play: playbackOf({ end: 1, speed: 1 / DURATION, at: ({ t }) => t, show: (t) => ({ t }) }),
  scrub: ({ width, answer, playback }, { x, y }) => {
    const { t, strip: box } = layoutFor(width, answer);
    if (y < box.top) return false;
    playback?.go(t.invert(x));
    return true;
  },
  drawing: (view) => {
    const { state, answer } = view;
    const layout = layoutFor(view.width, answer);
    const label = `The network at ${Math.round(100 * state.t)} percent of the path: loss ${spoken(answer.loss, 3)}, optimum ${spoken(answer.optimum, 3)}.`;
    const name = svg`<text class="name" x=${layout.left} y=${layout.strip.top - 10}>loss along the path</text>`;
    return drawing(view, layout, label, [name, output(answer, layout), strip(answer, layout, state.t)], {
      role: 'img',
    });
  },
  controls,
  claim: ({ state, answer }) => claim(state, answer),
  style: escapeStyle,
  legend: {
    data: '.point',
    network: '.output, .loss, .dot',
    optimum: '.best, .floor, .floor-name',
    neuron: '.neurons',
  },
  exports: () => import('./export.ts'),
});
