import { nothing, svg, type TemplateResult } from 'lit';
import { GAP, type Layout } from './layout.ts';
import { type Answer, groupsAt, POINTS, WIDTH } from './model.ts';

/** Where in a row of bits ones begin and end. */
function stretches(bits: readonly boolean[]): [number, number][] {
  const begins = bits.flatMap((on, k) => (on && !bits[k - 1] ? [k] : []));
  return begins.map((from) => {
    const end = bits.indexOf(false, from);
    return [from, end < 0 ? bits.length : end];
  });
}

/** A plus or a minus, drawn: letters of this size nobody could read. */
const signMark = (x: number, y: number, sign: number): string =>
  `M${x - 2.5},${y.toFixed(1)}h5${sign > 0 ? `M${x},${(y - 2.5).toFixed(1)}v5` : ''}`;

/** Which neuron sees which point at a step: rows that share a pattern stand together, columns are in the order of the labels. */
export function matrix(answer: Answer, step: number, layout: Layout): TemplateResult {
  const { run, order, negative } = answer;
  const { left, right, row, column, matrix: box, small } = layout;
  const x = (k: number): number => left + k * column;
  let [y, bits, signs] = [box.top, '', ''];
  const names: TemplateResult[] = [];
  for (const { neurons } of groupsAt(answer, step)) {
    const top = y;
    for (const i of neurons) {
      const start = (step * WIDTH + i) * POINTS;
      for (const [from, to] of stretches(order.map((j) => run.on[start + j] === 1)))
        bits += `M${x(from).toFixed(1)},${y.toFixed(1)}H${x(to).toFixed(1)}v${(row - 0.6).toFixed(1)}H${x(from).toFixed(1)}z`;
      signs += signMark(left - 12, y + row / 2 - 0.3, run.sign[step * WIDTH + i]);
      y += row;
    }
    names.push(
      svg`${
        neurons.length > 1
          ? svg`<path class="together" d=${`M${right + 5},${top + 1}h4v${y - top - 3}h-4`} />
            <text class="together-name" x=${right + 14} y=${(top + y) / 2 + 4}>${small ? `${neurons.length}` : `${neurons.length} alike`}</text>`
          : nothing
      }`,
    );
    y += GAP;
  }
  const border = x(negative);
  return svg`
    <text class="name" x=${left} y=${box.top - 12}>${small ? 'who sees which point' : 'which of twenty neurons sees which of a hundred points'}</text>
    <rect class="sheet" x=${left} y=${box.top} width=${right - left} height=${box.bottom - box.top} />
    <path class="bits" d=${bits} />
    <line class="label-sign" x1=${border} x2=${border} y1=${box.top - 4} y2=${box.bottom + 4} />
    <text class="quiet" x=${border - 6} y=${box.bottom + 16} text-anchor="end">${small ? 'labels < 0' : 'points with negative labels'}</text>
    <text class="quiet" x=${border + 6} y=${box.bottom + 16}>${small ? 'labels > 0' : 'with positive ones'}</text>
    <path class="signs" d=${signs} />
    ${names}`;
}
