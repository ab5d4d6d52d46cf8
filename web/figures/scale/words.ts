import { html, nothing, type TemplateResult } from 'lit';
import { decimals, grouped, spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Answer } from './model.ts';
import { type Frame, WIDTH } from './run.ts';

export const spokenMoment = ({ step, loss }: Frame): string => `Step ${step}: loss ${spoken(loss, 4)}`;

/** A share of the size at the start: in per cent while small, else as a factor. */
function moved(share: number): TemplateResult {
  if (share < 1) return html`by ${decimals(100 * share, 1)}&#8239;% of their size`;
  return html`by ${numberHtml(typeset(share, 2))} times their size`;
}

/** A run that no gradient reaches any more, or that has left the finite range. */
const trouble = ({ status, message }: Answer['run']): TemplateResult | typeof nothing =>
  status === 'diverged' || status === 'silent'
    ? html` <strong>The run is ${message}. Choose shorter steps.</strong>`
    : nothing;

/** What the thousand neurons have done so far, and how far the output is from the line that the data lie on. */
export function claim(
  { run, optimum }: Answer,
  { step, loss, changed, moved: share, off, patterns }: Frame,
): TemplateResult {
  const neurons = optimum.neurons === 1 ? 'one neuron' : `${optimum.neurons} neurons`;
  return html`<p class="claim" role="status">Step ${grouped(step)}: loss <strong>${numberHtml(typeset(loss, 4))}</strong>.
    ${grouped(changed)} of ${grouped(WIDTH)} neurons see other points than at the start; together they have ${patterns === 1 ? 'one pattern' : `${patterns} patterns`}. The weights have moved ${moved(share)} at the start.
    Between the outer points the output is up to ${numberHtml(typeset(off, 2))} away from the optimum, which has ${neurons} and is certified to within ${numberHtml(typeset(optimum.gap, 1, 'up'))}.${trouble(run)}</p>`;
}
