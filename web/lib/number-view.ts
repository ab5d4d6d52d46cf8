import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Typeset } from './number-format.ts';

const superscript = (exponent: number): string => String(exponent).replace('-', '\u2212');

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
