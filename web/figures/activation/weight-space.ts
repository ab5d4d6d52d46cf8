import { nothing, svg, type TemplateResult } from 'lit';
import { onCircle, pointAtCut, wedges } from '../../figure/drawing/direction-circle.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { spokenBits } from '../../figure/words/pattern-text.ts';
import type { Layout } from './layout.ts';
import type { Answer, State } from './model.ts';

/** At the end of each line the point that it belongs to. */
function lineNames({ arcs, set }: Answer, { disc }: Layout): TemplateResult {
  return svg`${Array.from(arcs.from, (angle, k) => {
    const j = pointAtCut(arcs, set.patterns, k);
    if (j === null) return nothing;
    const at = onCircle(disc, angle, 0.86);
    return svg`<text class="line-name" data-point=${j} x=${at.x} y=${at.y + 4} text-anchor="middle"><tspan class="letter">𝑥</tspan>${'₁₂₃₄'[j] ?? ''}</text>`;
  })}`;
}

/** All weights at most 1 long, cut by one line for each point, and the neuron in one of the wedges. */
export function weightSpace(state: State, answer: Answer, layout: Layout, marks: Selection): TemplateResult {
  const { disc, w1, w2, stacked } = layout;
  const [a, b] = state.w;
  return svg`
    <text class="name" x=${stacked ? layout.line.left : disc.x - disc.radius - 24} y=${disc.y - disc.radius - 26}>the neuron in weight space</text>
    ${wedges(disc, answer.arcs, answer.set.patterns, answer.cell)}
    <line class="zero" x1=${disc.x - disc.radius} x2=${disc.x + disc.radius} y1=${disc.y} y2=${disc.y} />
    <line class="zero" x1=${disc.x} x2=${disc.x} y1=${disc.y - disc.radius} y2=${disc.y + disc.radius} />
    <text class="letter axis-name" x=${disc.x + disc.radius - 8} y=${disc.y + 16} text-anchor="end">𝑤₁</text>
    <text class="letter axis-name" x=${disc.x + 7} y=${disc.y - disc.radius + 20}>𝑤₂</text>
    ${lineNames(answer, layout)}
    <line class="arrow" x1=${disc.x} y1=${disc.y} x2=${w1(a)} y2=${w2(b)} />
    ${movableMark(marks, 2, {
      name: 'neuron weights',
      at: { x: w1(a), y: w2(b) },
      shape: svg`<circle class="knob" r="6" />`,
      label: 'Weights of the neuron',
      range: [-1, 1],
      now: a,
      text: `${spoken(a, 3)} and ${spoken(b, 3)}, ${spokenBits(answer.pattern)}`,
    })}`;
}
