import { html, nothing, type TemplateResult } from 'lit';
import { grouped, milliseconds, spoken, typeset, typesetAligned } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Frame, Optimum } from './run.ts';
import { complaint, type Verdict } from './verdict.ts';

/** The claim, in words: what is proven about every network on these data. True as printed: bounds down, distances up. */
function claim({ result }: Optimum): TemplateResult {
  const bound = numberHtml(typeset(result.lowerBound, 3, 'down'));
  const gap = numberHtml(typeset(result.gap, 1, 'up'));
  const early = result.status === 'time-limit' || result.status === 'iteration-limit';
  return html`<strong>Certified:</strong> no network of any width has a loss below ${bound}, and the amber one is within
    ${gap} of the proven bound.${early ? ' The search for it stopped early.' : nothing}`;
}

/** Under the plot: the claim, then the numbers that the reader compares, digit under digit. */
export function statusLine(frame: Frame, verdict: Verdict, atRest: boolean): TemplateResult {
  const rest = atRest && !verdict ? html` The descent has come to rest; change something, and it goes on.` : nothing;
  return html`<p class="claim">${frame.optimum ? html`${claim(frame.optimum)}${rest}` : 'Starting the engine…'}</p>${complaint(frame, verdict)}`;
}

/** Said aloud when the optimum has changed, so that a key press can be heard on both lines. */
export function spokenOptimum(frame: Frame): TemplateResult | typeof nothing {
  if (!frame.optimum) return nothing;
  return html`<p class="aside" role="status">Optimum ${spoken(frame.optimum.result.objective)}</p>`;
}

/** How far the network is above the optimum; what is less than the certificate can tell is not given as a number. */
function distance(frame: Frame): TemplateResult {
  const { objective = NaN, gap = NaN } = frame.optimum?.result ?? {};
  const above = frame.loss - objective;
  return above < gap ? html`under ${numberHtml(typeset(gap, 1, 'up'))}` : numberHtml(typeset(above, 2));
}

export function numbersTable(frame: Frame): TemplateResult {
  const result = frame.optimum?.result;
  const [loss, best, bound] = typesetAligned(
    [frame.loss, result?.objective ?? NaN, result?.lowerBound ?? NaN],
    7,
    // All the same way: what differs by less than a digit is to look the same.
    ['down', 'down', 'down'],
  );
  const size = result ? `${result.width} ${result.width === 1 ? 'neuron' : 'neurons'}` : '–';
  return html`<div class="tables">
    <table class="numbers">
      <caption class="aside">Losses of the network and of the optimum</caption>
      <tr class="network-row"><th scope="row">Network, step ${grouped(frame.steps)}</th><td>${numberHtml(loss)}</td></tr>
      <tr class="optimum-row"><th scope="row">Certified optimum</th><td>${numberHtml(best)}</td></tr>
      <tr class="dual-row"><th scope="row">Proven lower bound</th><td>${numberHtml(bound)}</td></tr>
    </table>
    <table class="numbers">
      <caption class="aside">Distances and effort</caption>
      <tr><th scope="row">Above the optimum by</th><td>${distance(frame)}</td></tr>
      <tr><th scope="row">Certified to within</th><td>${numberHtml(typeset(result?.gap ?? NaN, 1, 'up'))}</td></tr>
      <tr><th scope="row">Optimum: size, time</th><td>${size}, ${milliseconds((result?.seconds ?? NaN) * 1000)}&#8239;ms</td></tr>
    </table>
  </div>`;
}
