import { scaleLinear } from 'd3-scale';
import { css, html, svg } from 'lit';
import type { SolveResult } from '../../engine/types.ts';
import { answersOf } from '../../figure/answers.ts';
import { reset, setting } from '../../figure/controls/controls.ts';
import type { View } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { axisLeft } from '../../figure/drawing/axis.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import { movableMark } from '../../figure/drawing/mark.ts';
import { cross } from '../../figure/drawing/mark-shapes.ts';
import { number, stateTable } from '../../figure/fields.ts';
import { decimals, spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';

interface State {
  readonly lambda: number;
  readonly label: number;
}

interface Answer extends SolveResult {
  /** Of the optimum at the point. */
  readonly output: number;
}

const label = number({ start: 1, min: -2, max: 2 });
const table = stateTable<State>({
  lambda: number({ start: 0.1, min: 1e-3, max: 1, log: true, label: 'Weight decay', symbol: '𝜆' }),
  label,
});

function layoutFor(width: number) {
  return { width, height: 240, x: width / 2, y: scaleLinear([label.clamp(-9), label.clamp(9)], [220, 20]) };
}

function plot({ state, answer, width, marks }: View<State, Answer>) {
  const { x, y } = layoutFor(width);
  const mark = movableMark(marks, 0, {
    name: 'point',
    at: { x, y: y(state.label) },
    shape: svg`<path d=${cross(5)} />`,
    label: 'Label of the point',
    range: [-2, 2],
    now: state.label,
    text: spoken(state.label, 2),
  });
  return svg`${axisLeft(y, [-2, -1, 0, 1, 2], 40)}
    <line class="optimum" x1=${x - 40} x2=${x + 40} y1=${y(answer.output)} y2=${y(answer.output)} />${mark}`;
}

/** One point and the best network on it: the label, shrunk by the weight decay. */
export default defineFigure<State, Answer>({
  name: 'shrinkage',
  version: 1,
  state: table,
  source: answersOf((engine) => async ({ lambda, label: y }) => {
    const result = await engine.solve({ X: [[1]], y: [y], lambda });
    const [output = 0] = await engine.predict(
      { W: { data: result.W, rows: result.width, cols: 1 }, alpha: result.alpha },
      [[1]],
    );
    return { ...result, output };
  }),
  marks: {
    places: ({ set, width }) => {
      const { x, y } = layoutFor(width);
      return [{ x, y: y(set.label), move: (to) => ({ label: label.clamp(y.invert(to.y)) }) }];
    },
  },
  drawing: (view) => drawing(view, layoutFor(view.width), 'The label and the optimum', plot(view)),
  controls: (view) => [setting(view, 'lambda'), reset(view)],
  claim: ({ answer }) =>
    html`<p class="claim" role="status">The best output is <strong>${decimals(answer.output, 3)}</strong>, certified to within ${numberHtml(typeset(answer.gap, 1, 'up'))}.</p>`,
  style: css`.optimum { stroke: var(--hcx-optimum); stroke-width: 2; }`,
  legend: { data: '.point', optimum: '.optimum' },
  exports: async () => ({
    tables: ({ lambda, label: y }, { output, gap }) => [
      {
        name: 'Shrinkage',
        columns: ['quantity', 'value'],
        rows: [
          ['lambda', lambda],
          ['label', y],
          ['output', output],
          ['gap', gap],
        ],
      },
    ],
  }),
});
