import { html, type TemplateResult } from 'lit';
import { typeset, typesetShort } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Answer, State } from './model.ts';

const grouped30 = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '\u202f');

export function claim({ n, d }: State, { count, growth }: Answer): TemplateResult {
  const power = (log: number) => numberHtml(typeset(10 ** log, 3));
  const digits = count.toString();
  const exact =
    digits.length <= 30 ? grouped30(digits) : html`${power(growth.count[n - 1])}, a number of ${digits.length} digits`;
  return html`<p class="claim" role="status"><strong>${n} ${n === 1 ? 'point' : 'points'} in dimension ${d}</strong> have
    <span class="digits">${exact}</span> activation patterns${
      n > d ? html`; the bound allows ${power(growth.bound[n - 1])}` : html`, every subset of them`
    }. Subsets: ${numberHtml(typesetShort(10 ** growth.all[n - 1]))}.</p>`;
}
