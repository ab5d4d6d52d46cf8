import { html, type TemplateResult } from 'lit';
import { typeset, typesetAligned } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Answer } from './model.ts';

export const isProven = ({ certificate }: Answer): boolean => certificate.gap <= 1e-8 * certificate.objective;

export function claim(answer: Answer): TemplateResult {
  const { curve, highest } = answer;
  if (isProven(answer)) {
    return html`<p class="claim" role="status"><strong>Proven optimal:</strong> no direction leaves the band, and each neuron touches its edge.</p>`;
  }
  const response = Math.abs(curve.extremumResponse[highest] ?? 0);
  return html`<p class="claim" role="status"><strong>Not optimal, or not proven:</strong> the highest response is
    ${numberHtml(typeset(response / curve.level, 3))} times the level.</p>`;
}

export function numbers({ certificate }: Answer): TemplateResult {
  const [loss, bound] = typesetAligned([certificate.objective, certificate.lowerBound], 7, ['down', 'down']);
  return html`<table class="numbers">
    <tr><th scope="row">Loss of this network</th><td>${numberHtml(loss)}</td></tr>
    <tr class="dual-row"><th scope="row">Proven lower bound</th><td>${numberHtml(bound)}</td></tr>
    <tr><th scope="row">Gap</th><td>${numberHtml(typeset(certificate.gap, 2, 'up'))}</td></tr>
  </table>`;
}
