import { html, nothing, type TemplateResult } from 'lit';
import { grouped } from '../../figure/words/number-format.ts';
import { defaults } from './model.ts';
import type { Frame } from './run.ts';

/** A loss so many times the initial one does not come back. */
const FAR_ABOVE = 100;
/** A loss above its start within so many steps is the work of the first ones. */
const FIRST_STEPS = 100;

/**
 * What is wrong with the descent at a frame, if anything: no neuron sees the data any more, be it by the draw or because
 * long steps have thrown all of them out; the loss has left the finite range, or is far above its start; or it was once
 * thrown above its start and is still worse than no network at all.
 */
export type Verdict = 'silent' | 'silenced' | 'diverged' | 'far' | 'thrown' | null;

export function verdictOn({ status, steps, loss, thrownAt, optimum }: Frame, initialLoss: number): Verdict {
  if (status === 'silent') return thrownAt === null ? 'silent' : 'silenced';
  if (status === 'diverged') return status;
  if (loss > FAR_ABOVE * initialLoss) return 'far';
  const useless = optimum !== null && loss > optimum.emptyLoss;
  return thrownAt !== null && useless && steps > FIRST_STEPS ? 'thrown' : null;
}

function silence({ settings: { width } }: Frame['state']): string {
  return width === 1
    ? 'The neuron is silent on the data: the gradient no longer reaches it.'
    : 'All neurons are silent on the data: the gradient no longer reaches them.';
}

function thrown({ thrownAt, state }: Frame): string {
  const when = (thrownAt ?? 0) <= FIRST_STEPS ? 'The first steps were' : 'The steps were';
  const many = state.settings.width > defaults.width ? ' for so many neurons' : '';
  return `${when} too long${many}: choose a smaller step size, and the run starts again from the same weights.`;
}

function tooLong({ steps }: Frame, verdict: 'diverged' | 'far'): string {
  const when = steps === 0 ? 'at the first step' : `at step ${grouped(steps)}`;
  const what = verdict === 'diverged' ? `diverged ${when}` : 'has jumped far above its start';
  return `The descent ${what}: smaller steps are needed. Choose a smaller step size, and the run starts again from the same weights.`;
}

function words(frame: Frame, verdict: NonNullable<Verdict>): string {
  if (verdict === 'silent') return `${silence(frame.state)} Draw new weights.`;
  if (verdict === 'silenced') return `${silence(frame.state)} ${thrown(frame)}`;
  return verdict === 'thrown' ? thrown(frame) : tooLong(frame, verdict);
}

/** What the descent has to say for itself, when it is not simply running. */
export function complaint(frame: Frame, verdict: Verdict): TemplateResult | typeof nothing {
  if (!verdict) return nothing;
  return html`<p class="complaint" role="status">${words(frame, verdict)}</p>`;
}
