import { svg, type TemplateResult } from 'lit';
import { onCircle, wedges } from '../../figure/drawing/direction-circle.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { spokenBits } from '../../figure/words/pattern-text.ts';
import type { LineLayout } from './line-layout.ts';
import type { LineAnswer, LineState } from './line-model.ts';

/** The wedges of all directions, and the direction of the neuron, to be turned. */
export function circle(state: LineState, answer: LineAnswer, layout: LineLayout, held: boolean): TemplateResult {
  const { circle: disc } = layout;
  const tip = onCircle(disc, state.angle);
  return svg`
    ${wedges(disc, answer.arcs, answer.set.patterns, answer.cell)}
    <g class=${held ? 'direction mark dragged' : 'direction mark'} role="slider" tabindex="0" data-index="-1" aria-label="Direction of the neuron"
        aria-valuemin="-180" aria-valuemax="180" aria-valuenow=${Math.round((state.angle * 180) / Math.PI)}
        aria-valuetext=${`${spoken((state.angle * 180) / Math.PI, 3)} degrees, ${spokenBits(answer.pattern)}`}>
      <line x1=${disc.x} y1=${disc.y} x2=${tip.x} y2=${tip.y} />
      <circle class="target" cx=${tip.x} cy=${tip.y} r="22" /><circle class="ring" cx=${tip.x} cy=${tip.y} r="11" />
      <circle class="tip" cx=${tip.x} cy=${tip.y} r="6" />
    </g>`;
}
