import { svg, type TemplateResult } from 'lit';
import { bitsText } from '../../figure/words/pattern-text.ts';

/** CSS pixels. */
export const PAIR = { width: 64, height: 18 } as const;
/** From the edges of the plane, in its corners. */
export const INSET = 6;

/** What the two neurons see, two circles for each, filled for a point that is seen; at its top left corner. */
export function patternPair(first: ArrayLike<number>, second: ArrayLike<number>, x: number, y: number): TemplateResult {
  const bits = [...Array.from(first), ...Array.from(second)];
  return svg`<g class="pattern" transform=${`translate(${x.toFixed(1)},${y.toFixed(1)})`}><title>Which points the first and the second neuron see: ${bitsText(first)}, ${bitsText(second)}</title>
    <rect width=${PAIR.width} height=${PAIR.height} rx="5" />
    ${bits.map((bit, k) => svg`<circle class=${bit ? 'seen' : 'unseen'} cx=${10 + 12 * k + (k > 1 ? 8 : 0)} cy=${PAIR.height / 2} r="4" />`)}</g>`;
}
