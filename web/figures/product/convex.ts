import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { CEILING, type Layout } from './layout.ts';
import { type Answer, LARGEST, PRODUCTS } from './model.ts';
import type { Place } from './problems.ts';
import { trail } from './weights.ts';

/** The convex loss over the product, its minimum, and over it the dot: as high above the curve as its weights are out of balance. */
export function convexPlot(
  answer: Answer,
  here: Place,
  path: readonly Place[],
  layout: Layout,
  marks: Selection,
): TemplateResult {
  const { z, loss, convex } = layout;
  const { best, curve, convexLoss } = answer;
  // Not clamped: lines leave the plot, they do not run along its border.
  const height = (value: number): number => convex.bottom - ((convex.bottom - convex.top) * value) / CEILING;
  return svg`
    <line class="zero" x1=${z(0)} x2=${z(0)} y1=${convex.top} y2=${convex.bottom} />
    <g clip-path="url(#convex-area)"><path class="curve" d=${polyline(
      PRODUCTS,
      curve,
      z,
      height,
    )} /><path class="trail" d=${trail(
      path,
      (place) => z(place.z),
      (place) => height(place.loss),
    )} /></g>
    ${
      path.length
        ? nothing
        : svg`<line class="excess" x1=${z(here.z)} x2=${z(here.z)} y1=${loss(here.loss)} y2=${loss(convexLoss)} /><circle class="hollow" cx=${z(here.z)} cy=${loss(convexLoss)} r="4" />`
    }
    <circle class="minimum" cx=${z(best.z)} cy=${loss(best.loss)} r="8" />
    ${axisBottom({ scale: z, ticks: [-2, -1, 0, 1, 2], y: convex.bottom, from: convex.left, to: convex.right })}
    ${axisLeft(loss, [0, 1, 2, 3, 4], convex.left)}
    <text class="name" x=${convex.left} y=${convex.top - 14}>loss over the product <tspan class="letter">𝑧 = 𝑢𝑣</tspan></text>
    ${movableMark(marks, 1, {
      name: 'dot',
      at: { x: z(here.z), y: loss(here.loss) },
      shape: svg`<circle class="core" r="6.5" />`,
      label: 'Product of the weights',
      range: [-LARGEST, LARGEST],
      now: here.z,
      text: `z ${spoken(here.z, 3)}, convex loss ${spoken(convexLoss, 3)}`,
      ring: 12,
    })}`;
}
