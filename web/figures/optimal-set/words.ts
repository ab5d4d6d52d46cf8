import { html, nothing, type TemplateResult } from 'lit';
import { grouped, spoken, typeset, typesetAligned } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Answer, State } from './model.ts';

/** Outputs closer than this, relative to the largest label, differ by rounding alone. */
const ROUNDING = 1e-8;

const neurons = (count: number): string => (count === 1 ? '1 neuron' : `${grouped(count)} neurons`);

/** How many best networks there are, in words. */
function size({ set }: Answer): TemplateResult {
  const { rows } = set.corners;
  if (set.dimension === 0) return html`There is <strong>one best network</strong>.`;
  const corners = set.complete ? `${grouped(rows)} corners` : `more than ${grouped(rows)} corners`;
  return html`The best networks fill a set of <strong>${set.dimension === 1 ? '1 dimension' : `${set.dimension} dimensions`}</strong> with <strong>${corners}</strong>.`;
}

export const place = ({ data }: State, x: number): string =>
  data === 'line' ? `𝑥 = ${spoken(x, 2).replace('minus ', '−')}` : `${Math.round(x)}°`.replace('-', '−');

function difference(state: State, { range, at, labels, set }: Answer): TemplateResult | typeof nothing {
  if (set.dimension === 0) return nothing;
  if (range.difference <= ROUNDING * Math.max(...labels))
    return html` All of them have <strong>the same output</strong>, everywhere.`;
  return html` Two of them differ by up to <strong>${numberHtml(typeset(range.difference, 3))}</strong>, at ${place(state, at[range.at])}.`;
}

export function claim(state: State, answer: Answer): TemplateResult {
  const { set, loss, here } = answer;
  const [now, bound] = typesetAligned([loss, set.lowerBound], 9, ['nearest', 'down']);
  return html`<p class="claim" role="status">${size(answer)}${difference(state, answer)}</p>
    <table class="numbers">
      <tr><th scope="row">This network: ${neurons(here.width)}</th><td>of ${set.directions.rows} that touch</td></tr>
      <tr class="optimum-row"><th scope="row">Its loss</th><td>${numberHtml(now)}</td></tr>
      <tr><th scope="row">No network has less than</th><td>${numberHtml(bound)}</td></tr>
    </table>`;
}
