import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';

/** The loss along the black line on which the second neuron is 0: that of one neuron alone. */
export function section({ surface: { grid, zeroLoss } }: Answer, { section: box, plane, w1 }: Layout): TemplateResult {
  const row = (grid.rows - 1) / 2;
  const values = grid.z.subarray(row * grid.cols, (row + 1) * grid.cols);
  const height = scaleLinear([0, Math.max(2 * zeroLoss, 1e-9)], [box.bottom, box.top]);
  const d = Array.from(values, (z, k) => `${k ? 'L' : 'M'}${w1(grid.u[k]).toFixed(1)},${height(z).toFixed(1)}`).join(
    '',
  );
  return svg`<clipPath id="inside-section"><rect x=${plane.left} y=${box.top} width=${plane.side} height=${box.bottom - box.top + 2} /></clipPath>
    <text class="name" x=${plane.left} y=${box.top - 8}>one neuron alone: loss along the horizontal line</text>
    <line class="ground" x1=${plane.left} x2=${plane.right} y1=${box.bottom} y2=${box.bottom} />
    <path class="section" clip-path="url(#inside-section)" d=${d} />`;
}
