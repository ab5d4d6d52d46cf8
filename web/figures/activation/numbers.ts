import { html, type TemplateResult } from 'lit';
import { decimals } from '../../figure/words/number-format.ts';
import type { Answer, State } from './model.ts';

const SUBSCRIPTS = '₁₂₃₄';

function seen(pattern: Uint8Array): string {
  const names = Array.from(pattern).flatMap((bit, j) => (bit ? [`x${SUBSCRIPTS[j]}`] : []));
  return names.length ? `sees ${names.join(', ')}` : 'sees no point';
}

/** The pattern in words, and what it hangs on. */
export function claim({ w }: State, { kink, side, pattern }: Answer): TemplateResult {
  const where = Number.isFinite(kink)
    ? html`It switches at <span class="letter">𝑥</span> = ${decimals(kink, 2)} and is active to the ${side > 0 ? 'right' : 'left'}.`
    : html`It switches nowhere.`;
  return html`<p class="claim" role="status"><strong>The neuron (${decimals(w[0], 2)}, ${decimals(w[1], 2)}) ${seen(pattern)}.</strong> ${where}</p>`;
}

/** The diagonal matrix D. */
export function matrix(pattern: Uint8Array): TemplateResult {
  const n = pattern.length;
  const cells = Array.from({ length: n * n }, (_, k) => ({ on: k % (n + 1) === 0, bit: pattern[k % n] }));
  return html`<div class="matrix" role="img" aria-label=${`D has the diagonal ${Array.from(pattern).join(', ')}`}>
    <span class="letter">𝐷 =</span>
    <span class=${`entries of${n}`} aria-hidden="true">${cells.map(({ on, bit }) => html`<i class=${on ? (bit ? 'diagonal one' : 'diagonal') : ''}>${on ? bit : 0}</i>`)}</span>
  </div>`;
}

/** What the neuron computes at each point, before and after the cut. */
export function pointsTable({ points }: State, { before, after }: Answer): TemplateResult {
  const cells = (values: ArrayLike<number>, digits: number) =>
    Array.from(values, (value) => html`<td>${decimals(value, digits)}</td>`);
  return html`<table class="numbers">
    <thead><tr><th scope="row">Point</th>${points.map((_, j) => html`<th scope="col"><span class="letter">𝑥</span>${SUBSCRIPTS[j]}</th>`)}</tr></thead>
    <tbody>
      <tr><th scope="row">Place</th>${cells(points, 2)}</tr>
      <tr class="before"><th scope="row"><span class="letter">𝑤₁𝑥 + 𝑤₂</span></th>${cells(before, 3)}</tr>
      <tr class="after"><th scope="row">Output</th>${cells(after, 3)}</tr>
    </tbody>
  </table>`;
}
