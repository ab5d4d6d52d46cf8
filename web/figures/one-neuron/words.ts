import { html, type TemplateResult } from 'lit';
import { decimals, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Allowed, Case } from './cases.ts';
import type { Answer, State } from './model.ts';

/** What a hand can set. */
const two = (value: number): string => decimals(value, 2);

const four = (value: number): TemplateResult => numberHtml(typeset(value, 4));
const w = html`<span class="letter">𝑤</span>`;

const SEEN = ['no point', 'x₂', 'x₁', 'both points'];

export const nameOf = ([first, second]: readonly number[]): string => `sees ${SEEN[2 * first + second]}`;

const ALLOWED: Record<Allowed, string> = { left: '𝑤 ≤ 0', right: '𝑤 ≥ 0', none: 'only 𝑤 = 0' };

function free({ w: at, neuronLoss, sees }: Answer): TemplateResult {
  return html`At ${w} = ${two(at)} the neuron ${nameOf(sees)}. <strong>Loss ${four(neuronLoss)}.</strong>`;
}

function walled({ allowed, walled: { w: best, loss } }: Case, { fixed }: Answer): TemplateResult {
  const least = html`The least loss is ${four(loss)}, at ${w} = ${two(best)}.`;
  if (allowed === 'none')
    return html`<strong>No neuron has this activation.</strong> The wall leaves ${w} = 0 alone, with the loss ${four(loss)}.`;
  return html`<strong>Convex on this side of the wall.</strong> Loss ${four(fixed?.loss ?? Number.NaN)}. ${least}`;
}

function dropped({ fixed, neuronLoss, w: at }: Answer): TemplateResult {
  if (!fixed) return html``;
  const same = Math.abs(fixed.loss - neuronLoss) < 1e-9;
  return same
    ? html`Here the wall is not missed: at ${w} = ${two(at)} the parabola and the neuron agree, ${four(neuronLoss)}.`
    : html`<strong>No neuron does that.</strong> The parabola promises ${four(fixed.loss)} at ${w} = ${two(at)}; the neuron of this weight has the
        loss ${four(neuronLoss)}.`;
}

export function claim(state: State, answer: Answer): TemplateResult {
  if (state.chosen === null) return free(answer);
  return state.wall ? walled(answer.cases[state.chosen], answer) : dropped(answer);
}

/** One matrix to choose: its entries, what it sees, where that is possible, and the least loss there. */
export function matrix(fixed: Case, pressed: boolean, now: boolean, choose: () => void): TemplateResult {
  const { bits, allowed, walled: least } = fixed;
  const entries = [bits[0], 0, 0, bits[1]];
  return html`<button class=${now ? 'matrix now' : 'matrix'} type="button" aria-pressed=${pressed ? 'true' : 'false'} @click=${choose}>
    <span class="entries" aria-hidden="true">${entries.map((entry, k) => html`<i class=${k % 3 ? '' : 'diagonal'}>${entry}</i>`)}</span>
    <span>${nameOf(bits)}<small>${ALLOWED[allowed]}</small><small>least ${two(least.loss)}</small></span>
  </button>`;
}
