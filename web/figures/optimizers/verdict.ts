import type { RunRecord } from '../../engine/types.ts';
import type { Answer } from './model.ts';

/** Within this factor of the optimum a run counts as arrived. */
const NEAR = 1.01;
/** A run that lost less than this share of its loss over the second half of its steps hangs. */
const STILL = 0.01;

export type Verdict =
  | { readonly kind: 'arrived'; readonly step: number }
  | { readonly kind: 'hangs' | 'falls'; readonly ratio: number }
  | { readonly kind: 'diverged'; readonly message: string };

/** How a run has ended, beside the certified optimum. */
export function verdictOn(run: RunRecord, { optimum }: Pick<Answer, 'optimum'>): Verdict {
  const { steps, loss, status, message } = run;
  if (status === 'diverged') return { kind: 'diverged', message };
  const end = loss[loss.length - 1];
  // Arrived and stayed: a run that swings through the 1 % has not come to the optimum.
  const outside = loss.findLastIndex((value) => value > NEAR * optimum.objective);
  if (outside < loss.length - 1) return { kind: 'arrived', step: steps[outside + 1] };
  const half = loss[steps.findIndex((step) => step >= steps[steps.length - 1] / 2)];
  return { kind: half - end < STILL * half ? 'hangs' : 'falls', ratio: end / optimum.objective };
}
