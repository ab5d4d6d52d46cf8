import { html, type TemplateResult } from 'lit';
import { grouped, typesetAligned } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { type Answer, type State, stageAt } from './model.ts';

const STAGES: Record<ReturnType<typeof stageAt>, string> = {
  start: 'the end of the descent',
  balance: 'the two layers of each neuron are brought into balance; what does nothing shrinks',
  merge: 'neurons that see the same points are gathered into one',
  reduce: 'neurons that others can stand in for are dissolved',
  pivot: 'neurons trade places, at the same output',
  interpolate: 'the output moves straight to the optimum',
};

/** Where on the path the network is, and the losses that the reader compares. */
export function claim({ t }: State, answer: Answer): TemplateResult {
  const { samples, steps, optimum, loss } = answer;
  const [here, first, best] = typesetAligned([loss, samples.loss[0], optimum], 6, ['nearest', 'nearest', 'nearest']);
  const doing = t === 0 ? STAGES.start : t === 1 ? 'the optimum' : STAGES[stageAt(answer, t)];
  return html`<p class="claim"><strong>Now:</strong> ${doing}.</p>
    <table class="numbers">
      <tr><th scope="row">After ${grouped(steps)} steps of descent</th><td>${numberHtml(first)}</td></tr>
      <tr class="network-row"><th scope="row">Here</th><td>${numberHtml(here)}</td></tr>
      <tr class="optimum-row"><th scope="row">Certified optimum</th><td>${numberHtml(best)}</td></tr>
    </table>`;
}
