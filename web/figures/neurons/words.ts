import { html, type TemplateResult } from 'lit';
import { decimals, typesetShort } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { type Answer, bins } from './model.ts';

const count = (n: number): string => (n === 1 ? 'one neuron' : `${n} neurons`);

export function claim(answer: Answer): TemplateResult {
  const { left, right, none } = bins(answer);
  const { dataLoss, penalty, objective } = answer.evaluation;
  const losses = [...new Set(answer.minima.map(({ loss }) => loss))];
  const list = losses.map(
    (loss, k) => html`${k ? (k === losses.length - 1 ? ' and ' : ', ') : ''}${numberHtml(typesetShort(loss, 3))}`,
  );
  return html`<p class="claim" role="status"><strong>${count(left)} on the left, ${right} on the right</strong>${none ? `, ${none} silent` : ''}. Without weight
      decay the misfit of ${answer.ramps.length === 1 ? 'one neuron that pushes' : 'two or more neurons that push'} up has ${losses.length === 1 ? 'its minimum' : 'minima'} at ${list}.</p>
    <table class="numbers">
      <tr><th scope="row">Misfit</th><td>${decimals(dataLoss, 5)}</td></tr>
      <tr><th scope="row">Penalty</th><td>${decimals(penalty, 5)}</td></tr>
      <tr><th scope="row">Loss</th><td>${decimals(objective, 5)}</td></tr>
    </table>`;
}
