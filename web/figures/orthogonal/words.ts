import { html, type TemplateResult } from 'lit';
import { decimals, grouped, spoken } from '../../figure/words/number-format.ts';
import { type Answer, type Frame, WIDTH } from './model.ts';

export const spokenMoment = ({ step, loss }: Frame): string => `Step ${step}: loss ${spoken(loss, 4)}`;

/** Ten degrees: a neuron this near to a direction has gathered there. */
const NEAR = Math.PI / 18;
const near = (angles: Float64Array): number => angles.filter((angle) => angle < NEAR).length;

/** What was said before the run, and how far it has come. */
export function claim({ prophecy }: Answer, frame: Frame): TemplateResult {
  const { levels, directions } = prophecy;
  const positive = directions[0] ? near(frame.toPositive) : 0;
  const negative = directions[1] ? near(frame.toNegative) : 0;
  return html`<p class="claim" role="status">Predicted before the run: ${decimals(levels[0], 4)}, then ${decimals(levels[1], 4)}, then
    ${levels[2]}. Step ${grouped(frame.step)}: loss <strong>${decimals(frame.loss, 4)}</strong>. Of ${WIDTH} neurons ${positive} are within 10° of the direction of the positive
    labels, ${negative} of that of the negative ones.</p>`;
}
