import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeftLog, logTicks } from '../../figure/drawing/axis.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { polyline } from '../../figure/drawing/mark-shapes.ts';
import { grouped, typeset } from '../../figure/words/number-format.ts';
import { numberSvg } from '../../figure/words/number-view.ts';
import { FLOOR, type Layout } from './layout.ts';
import type { Answer } from './model.ts';
import { phasesOf } from './phases.ts';

/** Narrower than this a phase has no room for its name, pixels. */
const ROOM = 62;

/** The phases behind both strips, named at the top. */
function phases({ run }: Answer, { step, strip, motion }: Layout): TemplateResult {
  const { alignment, fitting } = phasesOf(run);
  const phase = (name: string, from: number, to: number) => {
    const [left, right] = [step(from), step(to)];
    return svg`<rect class=${name} x=${left} y=${strip.top} width=${Math.max(right - left, 0)} height=${motion.bottom - strip.top} />
      ${right - left > ROOM ? svg`<text class=${`${name}-name`} x=${left + 6} y=${strip.bottom - 8}>${name}</text>` : nothing}`;
  };
  return svg`${phase('alignment', 0, alignment)}${phase('fitting', alignment, fitting)}`;
}

/** Loss and motion over the steps of the run, with the moment on show. */
export function strips(answer: Answer, k: number, layout: Layout): TemplateResult {
  const { step, loss, rate, strip, motion } = layout;
  const { frames, steps } = answer.run;
  const at = frames.map((frame) => frame.step);
  const now = frames[k];
  const losses = frames.map((frame) => Math.max(frame.loss, FLOOR));
  const x = step(now.step);
  const curve = (role: 'turning' | 'growing') =>
    svg`<path class=${role} d=${polyline(
      at.slice(1),
      frames.slice(1).map((frame) => frame[role]),
      step,
      rate,
    )} />`;
  return svg`
    <text class="name" x=${strip.left} y=${strip.top - 12}>loss over the steps</text>
    ${phases(answer, layout)}
    ${axisLeftLog(loss, logTicks(loss.domain()), strip.left)}
    <line class="ground" x1=${strip.left} x2=${strip.right} y1=${strip.bottom} y2=${strip.bottom} />
    <path class="loss" d=${polyline(at, losses, step, loss)} />
    <text class="name" x=${motion.left} y=${motion.top - 10}>how fast neurons move, a step</text>
    ${axisBottom({ scale: step, ticks: [0, Math.round(steps / 2), steps], y: motion.bottom, from: motion.left, to: motion.right, format: grouped })}
    ${curve('turning')}${curve('growing')}
    ${rates(layout, now)}
    <line class="now" x1=${x} x2=${x} y1=${strip.top} y2=${motion.bottom} />
    <circle class="dot" cx=${x} cy=${loss(Math.max(now.loss, FLOOR))} r="5" />
    <text class="loss-name" x=${strip.right + 8} y=${Math.min(Math.max(loss(Math.max(now.loss, FLOOR)) + 4, strip.top + 8), strip.bottom)}>${numberSvg(typeset(now.loss, 2))}</text>
    <rect class="scrub" x=${strip.left - 8} y=${strip.top} width=${strip.right - strip.left + 16} height=${motion.bottom - strip.top} />`;
}

/** The names of both rates, beside where they are now. */
function rates({ rate, motion }: Layout, now: { turning: number; growing: number }): TemplateResult {
  const [turning, growing] = spread([rate(now.turning), rate(now.growing)], 17, motion.top + 4, motion.bottom - 2);
  const x = motion.right + 8;
  return svg`<text class="turning-name" x=${x} y=${turning + 4}>turning</text>
    <text class="growing-name" x=${x} y=${growing + 4}>growing</text>`;
}
