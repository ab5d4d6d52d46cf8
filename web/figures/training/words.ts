import { html, type TemplateResult } from 'lit';
import { decimals, grouped } from '../../figure/words/number-format.ts';
import { frameAt, type Run } from './model.ts';

/** Which points the neuron sees: those of the start, and what the events have changed since. */
export function seenAt(run: Run, step: number): boolean[] {
  const changed = run.events.filter((event) => event.step <= step);
  return run.x.map((x, j) => {
    const last = changed.filter(({ other, kind }) => other === j && (kind === 'on' || kind === 'off')).at(-1);
    return last ? last.kind === 'on' : run.side[0] * (x - run.kink[0]) > 0;
  });
}

export function claim(run: Run, step: number): TemplateResult {
  const seen = seenAt(run, step).flatMap((on, j) => (on ? [j === 0 ? 'x₁' : 'x₂'] : []));
  const what = seen.length ? seen.join(' and ') : 'no point';
  const k = frameAt(step);
  return html`<p class="claim">Step ${grouped(step)}: loss <strong>${decimals(run.loss[k], 4)}</strong>. The neuron sees
    ${what} and switches at <span class="letter">𝑥</span> = ${decimals(run.kink[k], 3)}; its output weight is <span class="letter">𝛼</span> = ${decimals(run.alpha[k], 3)}.</p>`;
}
