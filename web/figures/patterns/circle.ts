import { svg, type TemplateResult } from 'lit';
import { spoken } from '../../lib/number-format.ts';
import { bitsText, spokenBits } from '../../lib/pattern-text.ts';
import type { Layout } from './layout.ts';
import type { Answer, State } from './model.ts';

const round = (pixel: number): number => Math.round(pixel * 100) / 100;

/** Angles go counterclockwise, pixels down. */
export const onCircle = ({ x, y, radius }: Layout['circle'], angle: number, stretch = 1) => ({
  x: round(x + Math.cos(angle) * radius * stretch),
  y: round(y - Math.sin(angle) * radius * stretch),
});

export const angleAt = ({ x, y }: Layout['circle'], at: { x: number; y: number }): number =>
  Math.atan2(y - at.y, at.x - x);

const turn = (from: number, to: number): number => (to - from + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;

export const middleOf = ({ from, to }: Answer['arcs'], k: number): number => from[k] + turn(from[k], to[k]) / 2;

function sector(layout: Layout, answer: Answer, k: number): string {
  const { circle } = layout;
  const { from, to } = answer.arcs;
  const [a, b] = [onCircle(circle, from[k]), onCircle(circle, to[k])];
  const large = turn(from[k], to[k]) > Math.PI ? 1 : 0;
  return `M${circle.x},${circle.y}L${a.x},${a.y}A${circle.radius},${circle.radius} 0 ${large} 0 ${b.x},${b.y}z`;
}

const anchor = (angle: number): string => {
  const side = Math.cos(angle);
  return side > 0.35 ? 'start' : side < -0.35 ? 'end' : 'middle';
};

/** The sectors, the more points they see the darker, each with its pattern; the lines between; the direction, to be turned. */
export function circle(state: State, answer: Answer, layout: Layout, held: boolean): TemplateResult {
  const { circle: disc } = layout;
  const n = state.points.length;
  const tip = onCircle(disc, state.angle);
  const { patterns } = answer.set;
  return svg`
    ${patterns.map((bits, k) => {
      const on = bits.reduce((sum, bit) => sum + bit, 0);
      return svg`<path class=${k === answer.cell ? 'sector here' : 'sector'} fill-opacity=${0.04 + (0.4 * on) / n} d=${sector(layout, answer, k)} />`;
    })}
    ${patterns.map((_, k) => {
      const end = onCircle(disc, answer.arcs.from[k]);
      return svg`<line class="cut" x1=${disc.x} y1=${disc.y} x2=${end.x} y2=${end.y} />`;
    })}
    <circle class="rim" cx=${disc.x} cy=${disc.y} r=${disc.radius} />
    ${patterns.map((bits, k) => {
      const angle = middleOf(answer.arcs, k);
      const at = onCircle(disc, angle, 1 + 13 / disc.radius);
      return svg`<text class=${k === answer.cell ? 'bits here' : 'bits'} x=${at.x} y=${at.y + 4} text-anchor=${anchor(angle)}>${bitsText(bits)}</text>`;
    })}
    <g class=${held ? 'direction dragged' : 'direction'} role="slider" tabindex="0" data-index="-1" aria-label="Direction of the neuron"
        aria-valuemin="-180" aria-valuemax="180" aria-valuenow=${Math.round((state.angle * 180) / Math.PI)}
        aria-valuetext=${`${spoken((state.angle * 180) / Math.PI, 3)} degrees, ${spokenBits(answer.pattern)}`}>
      <line x1=${disc.x} y1=${disc.y} x2=${tip.x} y2=${tip.y} />
      <circle class="target" cx=${tip.x} cy=${tip.y} r="22" /><circle class="ring" cx=${tip.x} cy=${tip.y} r="11" />
      <circle class="tip" cx=${tip.x} cy=${tip.y} r="6" />
    </g>`;
}
