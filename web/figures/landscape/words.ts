import { html, nothing, type TemplateResult } from 'lit';
import { grouped, typesetShort } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Descent } from './descent.ts';
import type { Way } from './escape.ts';
import type { Answer, State } from './model.ts';
import { type Minimum, minimumWith, SAME, type Surface } from './surface.ts';

const value = (number: number): TemplateResult => numberHtml(typesetShort(number, 3));

const stepsOf = ({ steps }: Descent): string => `${grouped(steps)} ${steps === 1 ? 'step' : 'steps'}`;

/** A loss that differs from a minimum's, or from 0, by rounding is shown as that. */
export function shownLoss(surface: Surface, loss: number): number {
  const known = surface.minima[minimumWith(surface, loss)]?.loss ?? loss;
  return known <= SAME * surface.zeroLoss ? 0 : known;
}

/** No loss is below 0. A lowest value above it is that of networks whose output weights are 1, and no more. */
export const isOptimum = (surface: Surface, { loss, best }: Minimum): boolean => best && shownLoss(surface, loss) === 0;

/** Where the descent ended, in words. */
export function outcome({ descent, surface }: Answer): TemplateResult {
  const loss = descent.loss[descent.loss.length - 1];
  const minimum = surface.minima[minimumWith(surface, loss)];
  const at = value(shownLoss(surface, loss));
  const after = stepsOf(descent);
  if (descent.end === 'diverged')
    return html`<strong>The descent flies away:</strong> within ${after} its loss has grown beyond all bounds.`;
  if (descent.end === 'swinging')
    return html`<strong>The descent swings to and fro</strong> and comes to no rest in ${after}; its loss is ${at} at the last of them.`;
  if (descent.end === 'jumping')
    return html`<strong>The loss goes up and down:</strong> the step size is too large. After ${after} the descent has come to no rest; its loss is ${at} at the last of them.`;
  if (descent.end === 'falling') return html`<strong>Still falling</strong> after ${after}, at loss ${at}.`;
  if (descent.end === 'silent')
    return html`<strong>Both neurons are silent</strong> after ${after}: no gradient reaches them, at loss ${at}.`;
  if (minimum?.best) {
    const found = isOptimum(surface, minimum) ? 'the optimum' : 'the lowest place of this plane';
    return html`<strong>The descent finds ${found},</strong> loss ${at}, in ${after}.`;
  }
  if (minimum)
    return html`<strong>The descent is stuck at loss ${at}</strong> after ${after}. The lowest is ${value(surface.minima[0].loss)}.`;
  return html`<strong>The descent rests at loss ${at}</strong> after ${after}, where no minimum is.`;
}

const list = (minima: readonly Minimum[]): TemplateResult[] =>
  minima.map(({ loss }, k) => html`${k === 0 ? '' : k === minima.length - 1 ? ' and ' : ', '}${value(loss)}`);

/** Which minima can hold a descent with this step size. */
export function stability({ surface: { minima } }: Answer, stepSize: number): TemplateResult {
  const known = minima.filter(({ stableStepSize }) => stableStepSize > 0);
  const lost = known.filter(({ stableStepSize }) => stepSize > stableStepSize);
  const onEdge = known.filter(({ stableStepSize }) => stepSize === stableStepSize);
  const least = Math.min(...known.map(({ stableStepSize }) => stableStepSize));
  if (onEdge.length)
    return html`A step of ${value(stepSize)} is exactly the threshold of the minima with loss ${list(onEdge)}: there it neither settles nor leaves.`;
  if (!lost.length)
    return Number.isFinite(least)
      ? html`The step size is below ${value(least)}: every minimum here can hold the descent.`
      : html``;
  if (lost.length === known.length)
    return html`The step size is above every threshold: no minimum can hold the descent.`;
  const threshold = Math.max(...lost.map(({ stableStepSize }) => stableStepSize));
  return html`The step size is above ${value(threshold)}: minima with loss ${list(lost)} cannot hold the descent any more.`;
}

/** Of the path that never climbs, when there is something to say. */
export function wayWords(way: Way | null, answer: Answer): TemplateResult | null {
  if (answer.descent.end === 'diverged') return html`There is no end from which a path could go.`;
  if (!way) return null;
  if (!way.found)
    return html`No path is known from here: on it the neurons of the end and those of the optimum are there at once, and two neurons are
      too few for both. Three would be enough from everywhere.`;
  const away = way.inPlane < way.t.length && way.inPlane < way.w1.length;
  const level = value(shownLoss(answer.surface, way.loss[way.loss.length - 1]));
  if (way.loss[0] - way.loss[way.loss.length - 1] <= 1e-9)
    return html`The end is an optimum already: the path goes nowhere lower.`;
  return html`From the end a path leads down to loss ${level} and climbs nowhere.
    ${away ? html` On it an output weight turns negative: from there on it is not in this plane, where both are 1.` : ''}`;
}

/** How the descent ended, what the step size does to the minima, and what a path that never climbs shows. */
export function words({ stepSize, way }: State, answer: Answer): TemplateResult {
  const path = way ? wayWords(answer.way, answer) : null;
  return html`<div role="status"><p class="claim outcome">${outcome(answer)}</p><p class="claim stability">${stability(answer, stepSize)}</p>
    ${path ? html`<p class="claim path-words">${path}</p>` : nothing}</div>`;
}
