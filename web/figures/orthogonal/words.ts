import { html, type TemplateResult } from 'lit';
import { grouped, spoken, type Typeset, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { type Answer, type Frame, WIDTH } from './model.ts';

export const spokenMoment = ({ step, loss }: Frame): string => `Step ${step}: loss ${spoken(loss, 4)}`;

/** Ten degrees: a neuron this near to a direction has gathered there. */
const NEAR = Math.PI / 18;
const near = (angles: Float64Array): number => angles.filter((angle) => angle < NEAR).length;

/** Four digits; 0 is exact. */
export const lossShown = (loss: number): Typeset => (loss === 0 ? { mantissa: '0', exponent: null } : typeset(loss, 4));

/** What was said before the run, and how far it has come. */
export function claim({ prophecy }: Answer, frame: Frame): TemplateResult {
  const { levels, directions } = prophecy;
  const positive = directions[0] ? near(frame.toPositive) : 0;
  const negative = directions[1] ? near(frame.toNegative) : 0;
  const predicted = levels.map((level, k) => html`${k ? ', then ' : ''}${numberHtml(lossShown(level.loss))}`);
  return html`<p class="claim" role="status">Predicted before the run: ${predicted}. Step ${grouped(frame.step)}: loss
    <strong>${numberHtml(lossShown(frame.loss))}</strong>. Of ${WIDTH} neurons ${positive} are within 10° of the direction of the positive labels, ${negative} of
    that of the negative ones.</p>`;
}
