import { html, type TemplateResult } from 'lit';
import { grouped, spoken, typeset, typesetShort } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { type Answer, frameOf, type State } from './model.ts';
import { NAMES, RULES } from './rules.ts';
import { type Verdict, verdictOn } from './verdict.ts';

const percent = (ratio: number): string => {
  const above = 100 * (ratio - 1);
  return above < 10 ? above.toFixed(1) : grouped(above);
};

/** Behind a name: the step of the arrival, or how far above the optimum the run is. */
export function endText(verdict: Verdict): string {
  if (verdict.kind === 'arrived') return `✓ ${grouped(verdict.step)}`;
  return verdict.kind === 'diverged' ? 'diverged' : `+${percent(verdict.ratio)}\u202f%`;
}

export function spokenMoment({ chosen, frame }: State, answer: Answer): string {
  const run = answer.runs[chosen];
  const k = frameOf(run, frame);
  return `${NAMES[chosen]}, step ${run.steps[k]}: loss ${spoken(run.loss[k], 4)}`;
}

/** How the chosen run ended. */
function ended(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'arrived':
      return `is within 1\u202f% of the optimum from step ${grouped(verdict.step)} on`;
    case 'hangs':
      return `hangs ${percent(verdict.ratio)}\u202f% above the optimum`;
    case 'falls':
      return `is still ${percent(verdict.ratio)}\u202f% above the optimum, and falling`;
    case 'diverged':
      return 'has diverged';
  }
}

/** At which step size a short run of the chosen rule is thrown first; a still longer one may come through by luck. */
function limitWords({ limit }: Answer): TemplateResult {
  if (!Number.isFinite(limit.throws)) return html`No step size that was tried throws a short run of it.`;
  return html`The shortest steps that throw a run of ${grouped(1000)} from this start: ${numberHtml(typeset(limit.throws, 2))}.`;
}

/** Who has arrived, what the chosen one did, and what is proven. */
export function claim({ chosen, sizes }: State, answer: Answer): TemplateResult {
  const verdicts = RULES.map((rule) => verdictOn(answer.runs[rule], answer));
  const arrived = verdicts.filter(({ kind }) => kind === 'arrived').length;
  const { optimum } = answer;
  return html`<p class="claim" role="status"><strong>${arrived === 0 ? 'None' : arrived} of ${RULES.length}</strong> ${arrived === 1 ? 'has' : 'have'} come within 1\u202f% of
    the certified optimum, ${numberHtml(typeset(optimum.objective, 5))}, below which no network lies by more than ${numberHtml(typeset(optimum.gap, 1, 'up'))}.
    ${NAMES[chosen]} with step size ${numberHtml(typesetShort(sizes[chosen], 2))} ${ended(verdictOn(answer.runs[chosen], answer))}. ${limitWords(answer)}</p>`;
}
