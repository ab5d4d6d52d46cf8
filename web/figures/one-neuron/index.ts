import { html, svg, type TemplateResult } from 'lit';
import { answersOf } from '../../figure/answers.ts';
import { action, reset } from '../../figure/controls/controls.ts';
import type { Mark, View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { clip, drawing } from '../../figure/drawing/frame.ts';
import { seenStyle } from '../../figure/style/seen-style.ts';
import { HANDLE, layoutFor } from './layout.ts';
import { lossPlot } from './loss.ts';
import { type Answer, compute, movePoint, moveWeight, type State, table, within } from './model.ts';
import { handleAt, outputPlot } from './output.ts';
import { oneNeuronStyle } from './style.ts';
import { claim, matrix } from './words.ts';

type NeuronView = View<State, Answer>;

/** The weight on the loss, the weight on the output, the two points. */
function places({ set, answer, width }: NeuronView): Mark<State>[] {
  const layout = layoutFor(width, answer);
  const { w, lossY, x, outputY, ceiling } = layout;
  const { chosen, wall } = set;
  const weight = chosen !== null && wall ? within(set.w, answer.cases[chosen].allowed) : set.w;
  const loss = answer.fixed?.loss ?? answer.neuronLoss;
  const turn: Mark<State>['move'] = (to) =>
    moveWeight(((to.x < x(0) ? -1 : 1) * Math.max(0, outputY.invert(to.y))) / HANDLE);
  return [
    { x: w(weight), y: lossY(Math.min(loss, ceiling)), move: (to) => moveWeight(w.invert(to.x)) },
    { ...handleAt(answer, layout), move: turn },
    ...set.points.map((point, j) => ({
      x: x(point.x),
      y: outputY(point.y),
      move: (to: { x: number; y: number }) => movePoint(set, j, { x: x.invert(to.x), y: outputY.invert(to.y) }),
    })),
  ];
}

const bestOf = ({ answer }: NeuronView, k: number, wall: boolean): Partial<State> =>
  moveWeight(answer.cases[k][wall ? 'walled' : 'free'].w);

/** A matrix is shown at its best; chosen again, it is let go. */
function choose(view: NeuronView, k: number): void {
  if (view.set.chosen === k) view.change({ chosen: null, wall: true });
  else view.change({ chosen: k, wall: true, ...bestOf(view, k, true) });
}

function matrices(view: NeuronView): TemplateResult {
  const { state, answer } = view;
  const isNow = (bits: readonly number[]): boolean => bits.every((bit, j) => bit === answer.sees[j]);
  return html`<p class="claim" role="status">${claim(state, answer)}</p>
    <div class="matrices" role="group" aria-label="Activation matrix to keep fixed">${answer.cases.map((fixed, k) =>
      matrix(fixed, k === state.chosen, isNow(fixed.bits), () => choose(view, k)),
    )}</div>`;
}

function controls(view: NeuronView) {
  const { state, set } = view;
  const toggleWall = (): void => {
    const wall = !set.wall;
    if (set.chosen !== null) view.change({ wall, ...bestOf(view, set.chosen, wall) });
  };
  return [
    action(state.wall ? 'Drop the wall' : 'Raise the wall', toggleWall, state.chosen === null),
    action('Let the neuron choose', () => view.change({ chosen: null, wall: true }), state.chosen === null),
    reset(view),
  ];
}

/** What is forbidden is hatched. */
const hatching = svg`<pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="8" /></pattern>`;

/** One neuron and two points: the loss over its weight beside its output, and what a fixed activation makes of both. */
export default defineFigure<State, Answer>({
  name: 'one-neuron',
  version: 1,
  state: table,
  source: answersOf((engine) => (state, last) => compute(engine, state, last)),
  marks: { places, keeps: ({ set: { points, w } }) => ({ points, w }) },
  drawing: (view) => {
    const { state, answer, marks } = view;
    const layout = layoutFor(view.width, answer);
    const content = [
      svg`<defs>${clip('loss-area', layout.loss, 6)}${clip('output-area', layout.output, 6)}${hatching}</defs>`,
      lossPlot(state, answer, layout, marks),
      outputPlot(state, answer, layout, marks),
    ];
    return drawing(view, layout, 'Loss over the weight, and output over the input', content);
  },
  beside: matrices,
  controls,
  style: [seenStyle, oneNeuronStyle],
  legend: {
    data: '.point',
    network: '.loss',
    neuron: '.neuron, .output',
    optimum: '.fixed, .minimum, .promised',
    w: '.neuron',
    dashed: '.fixed',
    x1: '[data-index="2"]',
    x2: '[data-index="3"]',
  },
  exports: () => import('./export.ts'),
});
