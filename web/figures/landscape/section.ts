import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { typesetShort } from '../../figure/words/number-format.ts';
import { numberSvg } from '../../figure/words/number-view.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';

/** Single critical points on the line, one a place: what they are for one neuron alone the curve shows. */
function marks({ surface: { critical } }: Answer, { w1 }: Layout, height: (z: number) => number): TemplateResult {
  const on = critical.filter(
    ({ shape, vertices }) => shape === 'point' && vertices[0][1] === 0 && vertices[0][0] !== 0,
  );
  return svg`${on.map(({ vertices: [at], loss }) => {
    const [x, y] = [w1(at[0]), height(loss)];
    return svg`<circle class="critical dot" cx=${x} cy=${y} r="4" />
      <text class="section-value" x=${x} y=${y - 9} text-anchor="middle">${numberSvg(typesetShort(loss))}</text>`;
  })}`;
}

/** The loss along the black line on which the second neuron is 0: that of one neuron alone. */
export function section(answer: Answer, layout: Layout): TemplateResult {
  const { section: box, plane, w1 } = layout;
  const { grid } = answer.surface;
  const row = (grid.rows - 1) / 2;
  const values = grid.z.subarray(row * grid.cols, (row + 1) * grid.cols);
  const height = scaleLinear([0, Math.max(...values) || 1], [box.bottom, box.top]);
  const d = Array.from(values, (z, k) => `${k ? 'L' : 'M'}${w1(grid.u[k]).toFixed(1)},${height(z).toFixed(1)}`).join(
    '',
  );
  return svg`<text class="name" x=${plane.left} y=${box.top - 8}>one neuron alone: loss at 𝑤₂ = 0</text>
    <line class="ground" x1=${plane.left} x2=${plane.right} y1=${box.bottom} y2=${box.bottom} />
    <path class="section" d=${d} />${marks(answer, layout, height)}`;
}
