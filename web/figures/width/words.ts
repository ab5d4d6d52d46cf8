import { html, type TemplateResult } from 'lit';
import { grouped, spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { COUNT } from './model.ts';
import { mediansOf, type Study, type Trained } from './study.ts';

/** Nearer to the optimum than this counts as arrived. */
const NEAR = 1.01;

/** Four digits: the best trainings differ from the optimum in the third. */
export const timesText = ({ ratio, status }: Trained): string => {
  if (status === 'diverged') return 'diverged';
  const { mantissa, exponent } = typeset(ratio, 4);
  return exponent === null ? `${mantissa} × optimum` : `${grouped(ratio)} × optimum`;
};

export const spokenRun = (one: Trained): string => {
  const end = one.status === 'diverged' ? 'diverged' : `${spoken(one.ratio, 4)} times the optimum`;
  return `${one.width} ${one.width === 1 ? 'neuron' : 'neurons'}, seed ${one.seed}: ${end}`;
};

/** From which width on the middle training of every width comes within 1 %. */
function arrival(study: Study): string {
  const medians = mediansOf(study.done);
  const late = medians.findLastIndex(({ ratio }) => ratio > NEAR);
  if (late < 0) return 'At every width the middle one ends within 1\u202f% of the optimum.';
  const next = medians[late + 1];
  if (next) return `From ${next.width} neurons on the middle one ends within 1\u202f% of the optimum.`;
  return `Even at ${medians[late].width} neurons the middle one ends more than 1\u202f% above the optimum.`;
}

/** What is proven, how far the trainings have come, and what they show. */
export function claim(study: Study): TemplateResult {
  const { optimum, done, complete } = study;
  const diverged = done.filter(({ status }) => status === 'diverged').length;
  const lost = diverged === 0 ? '' : ` ${diverged} diverged.`;
  return html`<p class="claim">${done.length} of ${COUNT} trainings are done.${lost} ${complete ? arrival(study) : ''}
    The optimum is <strong>${numberHtml(typeset(optimum.objective, 6))}</strong>: proven, no network of any width has a loss below
    ${numberHtml(typeset(optimum.lowerBound, 6, 'down'))}.</p>`;
}
