import { html, type TemplateResult } from 'lit';
import { grouped } from '../../figure/words/number-format.ts';
import type { Answer, State } from './model.ts';
import type { PlaneAnswer } from './plane-model.ts';

/** "1, 2 and 4", counted from 1. */
const listed = (points: readonly number[]): string => {
  const names = points.map((j) => String(j + 1));
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
};

/** Why points in the plane have fewer patterns than in general position. */
const planeReasons = ({ together, lines }: PlaneAnswer): string[] => [
  ...together.map((points) => `Points ${listed(points)} are in one place and share a circle.`),
  ...lines.map(
    ({ points }) => `Points ${listed(points)} are on one line: their circles meet in the same two directions.`,
  ),
];

function reasons(answer: Answer): string[] {
  if (answer.view === 'plane') return planeReasons(answer);
  return BigInt(answer.set.count) < answer.general ? ['Two points in one place share a line.'] : [];
}

/** How many patterns there are, how many there would be in general position, and why. */
export function counts(state: State, answer: Answer): TemplateResult {
  const n = state[answer.view].points.length;
  return html`<p class="count" role="status"><strong>${grouped(answer.set.count)} patterns</strong> of ${n} ${n === 1 ? 'point' : 'points'}; Cover’s formula:
    ${grouped(Number(answer.general))}; subsets: ${grouped(2 ** n)}. ${reasons(answer).join(' ')}</p>`;
}
