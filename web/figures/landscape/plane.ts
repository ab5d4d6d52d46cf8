import { nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Position } from '../../figure/controls/drag.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { criticalLabels, criticalSets } from './critical.ts';
import { basinField, hatchings, quadrants, relief } from './field.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';
import { INSET, PAIR, patternPair } from './pattern-pair.ts';

export const W1 = '𝑤₁';
export const W2 = '𝑤₂';

const line = (a: readonly number[], b: readonly number[], { w1, w2 }: Layout): string =>
  a.map((value, k) => `${k ? 'L' : 'M'}${w1(value).toFixed(1)},${w2(b[k]).toFixed(1)}`).join('');

/** Steps that lie further apart than a dot is wide, no more of them than can be told apart. */
function stepDots({ descent }: Answer, { w1, w2 }: Layout): TemplateResult {
  const dots: TemplateResult[] = [];
  let [x, y] = [Number.NaN, Number.NaN];
  for (let k = 1; k < descent.w1.length && dots.length < 150; k++) {
    const [nextX, nextY] = [w1(descent.w1[k]), w2(descent.w2[k])];
    if (Math.hypot(nextX - x, nextY - y) < 5) continue;
    [x, y] = [nextX, nextY];
    dots.push(svg`<circle class="step" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="2.25" />`);
  }
  return svg`${dots}`;
}

function run(answer: Answer, layout: Layout): TemplateResult {
  const { descent } = answer;
  const d = line(descent.w1, descent.w2, layout);
  const { w1, w2 } = layout;
  return svg`<path class="run casing" d=${d} /><path class="run" d=${d} />${stepDots(answer, layout)}
    ${
      descent.end === 'diverged'
        ? nothing
        : svg`<circle class="end" cx=${w1(descent.last[0])} cy=${w2(descent.last[1])} r="5.5" />`
    }`;
}

function wayOut({ way }: Answer, layout: Layout): TemplateResult | typeof nothing {
  if (!way?.found) return nothing;
  const [a, b] = [way.w1.slice(0, way.inPlane), way.w2.slice(0, way.inPlane)];
  const d = line(a, b, layout);
  return svg`<path class="way casing" d=${d} /><path class="way" d=${d} />`;
}

/** The start, to be dragged, at this place of the drawing. */
export function handle({ start, descent, surface: { reach } }: Answer, at: Position, marks: Selection): TemplateResult {
  const [a, b] = start;
  const words = `w1 ${spoken(a, 3)}, w2 ${spoken(b, 3)}, loss ${spoken(descent.loss[0], 3)}`;
  return movableMark(marks, 0, {
    name: 'start',
    at,
    shape: svg`<circle class="tip" r="6.5" />`,
    label: 'Start of the descent',
    range: [-reach, reach],
    now: a,
    text: words,
    ring: 12,
    tabStop: true,
  });
}

/** What the two neurons see, in the outer corner of each quadrant. */
function corners({ surface }: Answer, { plane }: Layout): TemplateResult {
  return svg`${surface.quadrants.map(({ signs: [a, b], patterns: [first, second] }) => {
    const x = a > 0 ? plane.right - INSET - PAIR.width : plane.left + INSET;
    const y = b > 0 ? plane.top + INSET : plane.bottom - INSET - PAIR.height;
    return patternPair(first ?? [], second ?? [], x, y);
  })}`;
}

export const ticksOf = (reach: number): number[] => [(-2 / 3) * reach, 0, (2 / 3) * reach];
export const short = (value: number): string => String(Math.round(value * 100) / 100).replace('-', '\u2212');

function frame({ surface: { reach } }: Answer, { plane, w1, w2 }: Layout): TemplateResult {
  const ticks = ticksOf(reach);
  return svg`<rect class="frame" x=${plane.left} y=${plane.top} width=${plane.side} height=${plane.side} />
    ${ticks.map(
      (tick) => svg`<text class="tick" x=${w1(tick)} y=${plane.bottom + 15} text-anchor="middle">${short(tick)}</text>
      <text class="tick" x=${plane.left - 7} y=${w2(tick) + 4} text-anchor="end">${short(tick)}</text>`,
    )}
    <text class="letter" x=${plane.right} y=${plane.bottom + 16} text-anchor="end">${W1}</text>
    <text class="letter" x=${plane.left - 7} y=${plane.top + 10} text-anchor="end">${W2}</text>`;
}

/** What stays while only the start is moved is drawn once. */
const ground = (answer: Answer, layout: Layout) =>
  guard(
    [answer.surface, answer.basins, layout.width],
    () =>
      svg`${answer.basins ? basinField(answer.basins, layout) : quadrants(answer, layout)}${relief(answer, layout)}`,
  );

/** The loss over the two neurons: relief or basins, critical sets, the descent and the way out. */
export function plane(answer: Answer, layout: Layout, marks: Selection): TemplateResult {
  const { plane: box, w1, w2 } = layout;
  const [a, b] = answer.start;
  return svg`${hatchings}
    ${clip('inside-plane', box)}
    <text class="name" x=${box.left} y=${box.top - 10}>loss over the two neurons</text>
    <g clip-path="url(#inside-plane)">
      ${ground(answer, layout)}
      <line class="alone" x1=${box.left} x2=${box.right} y1=${w2(0)} y2=${w2(0)} />
      <line class="alone" x1=${w1(0)} x2=${w1(0)} y1=${box.top} y2=${box.bottom} />
      ${criticalSets(answer, layout)}${wayOut(answer, layout)}${run(answer, layout)}
      ${criticalLabels(answer, layout)}
    </g>
    ${corners(answer, layout)}${frame(answer, layout)}${handle(answer, { x: w1(a), y: w2(b) }, marks)}`;
}
