import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Typeset } from './number-format.ts';

const superscript = (exponent: number): string => String(exponent).replace('-', '\u2212');

const SUPERSCRIPTS = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/** The same where no markup is possible, as in a tooltip: 3.2 × 10⁻⁵. */
export function plainNumber({ mantissa, exponent }: Typeset): string {
  if (exponent === null) return mantissa;
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]);
  return `${mantissa}\u2009×\u200910${exponent < 0 ? '\u207b' : ''}${digits}`;
}

/** A typeset number in text: 3.2 × 10^-5 with a real superscript. */
export function numberHtml({ mantissa, exponent }: Typeset): TemplateResult {
  return exponent === null
    ? html`<span class="number">${mantissa}</span>`
    : html`<span class="number">${mantissa}&#8201;×&#8201;10<sup>${superscript(exponent)}</sup></span>`;
}

/** The same inside an SVG text. */
export function numberSvg({ mantissa, exponent }: Typeset): TemplateResult {
  if (exponent === null) return svg`${mantissa}`;
  const sign = mantissa === '1' ? nothing : svg`${mantissa}&#8201;×&#8201;`;
  return svg`${sign}10<tspan dy="-0.45em" font-size="0.75em">${superscript(exponent)}</tspan>`;
}
