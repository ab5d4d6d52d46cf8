import { html, nothing, type TemplateResult } from 'lit';
import { grouped, spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { type Answer, firstBelow, LAMBDA, lastMerger, type Signs, STEPS, WIDTH } from './model.ts';

export const spokenMoment = ({ run }: Answer, step: number): string =>
  `Step ${step}: ${run.unique[step]} patterns, loss ${spoken(run.loss[step], 3)}, optimum ${spoken(run.optimum[step], 3)}`;

function merger(answer: Answer, step: number): TemplateResult {
  const last = lastMerger(answer, step);
  return last
    ? html` The last to meet: neuron ${last.neuron + 1} took the pattern of neuron ${last.other + 1} at step ${last.step}.`
    : html` No two have met yet: the last to meet will be told here.`;
}

function passing(answer: Answer): TemplateResult {
  const below = firstBelow(answer);
  return below === null
    ? html`Descent never falls below what the patterns of its start allow.`
    : html`From step ${grouped(below)} on descent is below what the patterns of its start allow.`;
}

/** How far the optima are certified: all to a millionth, or as brackets. */
function certified({ run }: Answer): TemplateResult {
  const open = run.optimum.filter((value, t) => value - run.lowerBound[t] > 1e-6 * value).length;
  return open
    ? html`${open} of ${STEPS + 1} optima are drawn as brackets`
    : html`All ${run.programmes} optima are certified to a millionth`;
}

/** Who has met, which objective both curves are of, and how far it is certified. */
export function claim(answer: Answer, step: number, signs: Signs): TemplateResult {
  const { run } = answer;
  const thrown = run.status === 'diverged' ? html` <strong>The run diverged.</strong>` : nothing;
  return html`<p class="claim" role="status">Step ${grouped(step)}: <strong>${run.unique[step]} patterns</strong> among ${WIDTH} neurons.${merger(answer, step)}
    ${passing(answer)} Both curves are of one objective, mean squared error with weight decay ${numberHtml(typeset(LAMBDA, 1))}; the programme has ${signs === 'own' ? 'the sign of each neuron' : 'both signs for each pattern'}. ${certified(answer)}.${thrown}</p>`;
}
