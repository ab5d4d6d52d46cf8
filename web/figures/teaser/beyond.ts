import { nothing, svg, type TemplateResult } from 'lit';
import type { ActivationPoints } from '../../engine/types.ts';
import { grouped } from '../../figure/words/number-format.ts';
import type { Layout } from './layout.ts';
import { view } from './model.ts';
import type { Frame } from './run.ts';

/** How many neurons switch on left and right of the plot; one without a kink does so infinitely far away. */
export function countBeyond({ position, weight }: ActivationPoints): { left: number; right: number } {
  const count = (is: (x: number) => boolean): number => position.filter((x, i) => weight[i] > 0 && is(x)).length;
  return { left: count((x) => x < view.x[0]), right: count((x) => x > view.x[1]) };
}

type Side = -1 | 1;

/** "2 ▸" at an edge of the band, its triangle drawn: few fonts have one. */
function mark(count: number, side: Side, y: number, whose: 'network' | 'optimum', layout: Layout): TemplateResult {
  const edge = side > 0 ? layout.right - 2 : layout.left + 2;
  const neurons = count === 1 ? '1 neuron' : `${grouped(count)} neurons`;
  const where = `${neurons} of the ${whose}, ${side > 0 ? 'right' : 'left'} of the plot`;
  return svg`<g class=${`beyond ${whose}-beyond`} role="img" aria-label=${where}>
    <title>${where}</title>
    <path d=${`M${edge},${y - 4.5}l${-side * 5.5},-3.5v7z`} />
    <text x=${edge - side * 9} y=${y} text-anchor=${side > 0 ? 'end' : 'start'}>${grouped(count)}</text>
  </g>`;
}

function edges(set: ActivationPoints | undefined, y: number, whose: 'network' | 'optimum', layout: Layout) {
  if (!set) return nothing;
  const { left, right } = countBeyond(set);
  return svg`${left ? mark(left, -1, y, whose, layout) : nothing}${right ? mark(right, 1, y, whose, layout) : nothing}`;
}

/** The neurons that the band cannot show, counted at its edges, so that none is lost from sight. */
export function beyond({ neurons, optimum }: Frame, layout: Layout): TemplateResult {
  const { middle } = layout.band;
  return svg`${edges(neurons, middle - 3, 'network', layout)}${edges(optimum?.neurons, middle + 12, 'optimum', layout)}`;
}
