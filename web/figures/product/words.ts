import { html, type TemplateResult } from 'lit';
import { decimals, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Answer, State } from './model.ts';
import type { Place } from './problems.ts';

export function claim({ lambda }: State, { best }: Answer): TemplateResult {
  const z = html`<span class="letter">𝑧</span> = ${numberHtml(typeset(best.z, 3))}`;
  const words =
    lambda === 0
      ? html`<strong>Infinitely many minima</strong> over the weights, every pair with the product 1; over the product one, ${z}.`
      : best.z === 0
        ? html`<strong>One minimum</strong> in both drawings, at 0: the weights cost more than they bring.`
        : html`<strong>Two minima</strong> over the weights, ±(${numberHtml(typeset(best.u, 3))}, ${numberHtml(typeset(best.v, 3))}); over the product one, ${z}.`;
  return html`<p class="claim" role="status">${words}</p>`;
}

export function numbers({ convexLoss, best, path, pathConvex }: Answer, here: Place): TemplateResult {
  const below = path && pathConvex ? pathConvex[path.indexOf(here)] : convexLoss;
  const [loss, convex, least] = [here.loss, below, best.loss].map((value) => decimals(value, 4));
  return html`<table class="numbers">
    <tr><th scope="row">Loss of the two weights</th><td class="loss-here">${loss}</td></tr>
    <tr><th scope="row">Convex loss of their product</th><td class="loss-convex">${convex}</td></tr>
    <tr><th scope="row">Least loss, in either drawing</th><td class="loss-least">${least}</td></tr>
  </table>`;
}
