import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft, axisLeftLog, logTicks } from '../../figure/drawing/axis.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { polyline } from '../../figure/drawing/mark-shapes.ts';
import { typeset } from '../../figure/words/number-format.ts';
import { numberSvg } from '../../figure/words/number-view.ts';
import type { Layout } from './layout.ts';
import { type Answer, firstBelow, STEPS } from './model.ts';

/** A value for each step, level until the next. */
function stairs(values: ArrayLike<number>, x: (step: number) => number, y: (value: number) => number): string {
  let path = '';
  for (let t = 0; t < values.length; t++)
    if (t === 0 || values[t] !== values[t - 1] || t === values.length - 1)
      path += `${t ? `H${x(t).toFixed(1)}V` : `M${x(0).toFixed(1)},`}${y(values[t]).toFixed(1)}`;
  return path;
}

/** How many different patterns there are at each step. */
export function patternCount({ run }: Answer, step: number, layout: Layout): TemplateResult {
  const { left, right, count: box, step: x, unique } = layout;
  return svg`
    <text class="name" x=${left} y=${box.top - 10}>different patterns</text>
    ${axisLeft(unique, [0, 10, 20], left)}
    <line class="ground" x1=${left} x2=${right} y1=${box.bottom} y2=${box.bottom} />
    <path class="count" d=${stairs(run.unique, x, unique)} />
    <circle class="count-dot" cx=${x(step)} cy=${unique(run.unique[step])} r="4.5" />
    <text class="count-name" x=${right + 8} y=${Math.min(unique(run.unique[step]) + 4, box.bottom)}>${run.unique[step]}</text>`;
}

/** An optimum that is not certified to a millionth is drawn as a bracket between value and bound. */
const CERTIFIED = 1e-6;

function brackets({ run }: Answer, { step: x, loss: y }: Layout): TemplateResult | typeof nothing {
  const open = Array.from(run.optimum.keys()).filter(
    (t) => run.optimum[t] - run.lowerBound[t] > CERTIFIED * run.optimum[t],
  );
  if (!open.length) return nothing;
  const bar = (t: number): string => `M${x(t)},${y(run.optimum[t])}V${y(Math.max(run.lowerBound[t], y.domain()[0]))}`;
  return svg`<path class="bracket" d=${open.map(bar).join('')} />`;
}

/** Of the words beside the level of the first patterns, pixels. */
const WORDS = 190;

/** What the patterns of the start allow, and where descent falls below it. */
function crossing(answer: Answer, { left, right, step: x, loss: y }: Layout): TemplateResult {
  const below = firstBelow(answer);
  const level = y(answer.run.optimum[0]);
  const end = below === null ? right : x(below);
  return svg`<line class="first" x1=${left} x2=${end} y1=${level} y2=${level} />
    ${below === null ? nothing : svg`<circle class="below" cx=${end} cy=${level} r="4" />`}
    ${end - left > WORDS ? svg`<text class="first-name" x=${left + 6} y=${level - 6}>what the first patterns allow</text>` : nothing}`;
}

/** The loss of descent, and at each step the least that the patterns of that step allow. */
export function losses(answer: Answer, step: number, layout: Layout): TemplateResult {
  const { left, right, strip: box, step: x, loss: y, small } = layout;
  const { run } = answer;
  const steps = Array.from(run.loss.keys());
  const [network, optimum] = spread([y(run.loss[step]), y(run.optimum[step])], 32, box.top + 4, box.bottom - 18);
  const name = (role: string, words: string, value: number, at: number) =>
    svg`<text class=${role} x=${right + 8} y=${at}>${words}</text><text class=${role} x=${right + 8} y=${at + 15}>${numberSvg(typeset(value, 2))}</text>`;
  return svg`
    <text class="name" x=${left} y=${box.top - 10}>loss${small ? '' : ' of descent, and the least that its patterns allow'}</text>
    ${axisLeftLog(y, logTicks(y.domain()), left)}
    ${axisBottom({ scale: x, ticks: [0, 110, 220, 330, STEPS], y: box.bottom, from: left, to: right })}
    <text class="name" x=${(left + right) / 2} y=${box.bottom + 36} text-anchor="middle">step</text>
    ${crossing(answer, layout)}
    <path class="optimum" d=${stairs(run.optimum, x, y)} />
    ${brackets(answer, layout)}
    <path class="loss" d=${polyline(steps, run.loss, x, y)} />
    <circle class="optimum-dot" cx=${x(step)} cy=${y(run.optimum[step])} r="4.5" />
    <circle class="dot" cx=${x(step)} cy=${y(run.loss[step])} r="4.5" />
    ${name('loss-name', 'descent', run.loss[step], network)}
    ${name('optimum-name', 'optimum', run.optimum[step], optimum)}`;
}

/** The moment on show through both strips, and where it is dragged. */
export function moment(step: number, { left, right, count, strip, step: x }: Layout): TemplateResult {
  return svg`<line class="now" x1=${x(step)} x2=${x(step)} y1=${count.top} y2=${strip.bottom} />
    <rect class="scrub" x=${left - 8} y=${count.top} width=${right - left + 16} height=${strip.bottom - count.top} />`;
}
