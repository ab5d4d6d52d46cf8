import { css, svg, type TemplateResult } from 'lit';
import type { Position } from '../controls/drag.ts';
import { bitsText } from '../words/pattern-text.ts';

/** A circle of directions (w1, w2) in CSS pixels: its centre, and how far from it a vector of length 1 ends. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The angles between which the directions of each pattern lie, counterclockwise. */
export interface Arcs {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

const round = (pixel: number): number => Math.round(pixel * 100) / 100;

/** Angles go counterclockwise, pixels down. */
export const onCircle = ({ x, y, radius }: Disc, angle: number, stretch = 1): Position => ({
  x: round(x + Math.cos(angle) * radius * stretch),
  y: round(y - Math.sin(angle) * radius * stretch),
});

export const angleAt = ({ x, y }: Disc, at: Position): number => Math.atan2(y - at.y, at.x - x);

const turn = (from: number, to: number): number => (to - from + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;

export const middleOf = ({ from, to }: Arcs, k: number): number => from[k] + turn(from[k], to[k]) / 2;

function sector(disc: Disc, { from, to }: Arcs, k: number): string {
  const [a, b] = [onCircle(disc, from[k]), onCircle(disc, to[k])];
  const large = turn(from[k], to[k]) > Math.PI ? 1 : 0;
  return `M${disc.x},${disc.y}L${a.x},${a.y}A${disc.radius},${disc.radius} 0 ${large} 0 ${b.x},${b.y}z`;
}

/** The point whose line is at the beginning of arc k: the one in which the patterns on its two sides differ. */
export function pointAtCut({ from, to }: Arcs, patterns: readonly Uint8Array[], k: number): number | null {
  const before = Array.from(to).findIndex((end) => Math.abs(Math.sin((end - from[k]) / 2)) < 1e-9);
  if (before < 0 || before === k) return null;
  return patterns[k].findIndex((bit, j) => bit !== patterns[before][j]);
}

const anchor = (angle: number): string => {
  const side = Math.cos(angle);
  return side > 0.35 ? 'start' : side < -0.35 ? 'end' : 'middle';
};

/** The wedges, the more points they see the darker, the lines between them, and outside each its pattern; one is `here`. */
export function wedges(disc: Disc, arcs: Arcs, patterns: readonly Uint8Array[], here: number): TemplateResult {
  return svg`
    ${patterns.map((bits, k) => {
      const share = bits.reduce((sum, bit) => sum + bit, 0) / bits.length;
      return svg`<path class=${k === here ? 'sector here' : 'sector'} fill-opacity=${0.04 + 0.4 * share} d=${sector(disc, arcs, k)} />`;
    })}
    ${patterns.map((_, k) => {
      const end = onCircle(disc, arcs.from[k]);
      return svg`<line class="cut" x1=${disc.x} y1=${disc.y} x2=${end.x} y2=${end.y} />`;
    })}
    <circle class="rim" cx=${disc.x} cy=${disc.y} r=${disc.radius} />
    ${patterns.map((bits, k) => {
      const angle = middleOf(arcs, k);
      const at = onCircle(disc, angle, 1 + 13 / disc.radius);
      return svg`<text class=${k === here ? 'bits here' : 'bits'} x=${at.x} y=${at.y + 4} text-anchor=${anchor(angle)}>${bitsText(bits)}</text>`;
    })}`;
}

export const wedgesStyle = css`
  .sector { fill: var(--hcx-neuron); }
  .sector.here { stroke: var(--hcx-neuron); stroke-width: 2; }
  .cut { stroke: var(--hcx-paper); stroke-width: 1.5; }
  .rim { fill: none; stroke: var(--hcx-control); }
  .bits { font-size: calc(0.72rem / var(--letters, 1)); letter-spacing: 0.06em; fill: var(--hcx-ink-soft); }
  .bits.here { fill: var(--hcx-neuron-ink); font-weight: 600; }
`;
