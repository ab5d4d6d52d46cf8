import { svg, type TemplateResult } from 'lit';
import { numberSvg } from './number-view.ts';

/** What an axis needs of a d3 scale. */
export type Scale = (value: number) => number;

interface Bottom {
  scale: Scale;
  ticks: readonly number[];
  y: number;
  from: number;
  to: number;
  format?: (value: number) => string;
}

const short = (value: number): string => String(value).replace('-', '\u2212');

/** A hairline with a few ticks and numbers under it. */
export function axisBottom({ scale, ticks, y, from, to, format = short }: Bottom): TemplateResult {
  return svg`<g class="axis">
    <line x1=${from} x2=${to} y1=${y} y2=${y} />
    ${ticks.map(
      (tick) => svg`<line x1=${scale(tick)} x2=${scale(tick)} y1=${y} y2=${y + 4} />
      <text x=${scale(tick)} y=${y + 17} text-anchor="middle">${format(tick)}</text>`,
    )}
  </g>`;
}

/** Numbers at the left, each with a hairline tick. */
export function axisLeft(scale: Scale, ticks: readonly number[], x: number): TemplateResult {
  return svg`<g class="axis">
    ${ticks.map(
      (tick) => svg`<line x1=${x - 4} x2=${x} y1=${scale(tick)} y2=${scale(tick)} />
      <text x=${x - 8} y=${scale(tick) + 4} text-anchor="end">${short(tick)}</text>`,
    )}
  </g>`;
}

/** The same for powers of ten. */
export function axisLeftPowers(scale: Scale, powers: readonly number[], x: number): TemplateResult {
  return svg`<g class="axis">
    ${powers.map((power) => {
      const y = scale(10 ** power);
      const text =
        power >= -2 && power <= 2
          ? svg`${short(Number((10 ** power).toPrecision(1)))}`
          : numberSvg({ mantissa: '1', exponent: power });
      return svg`<line x1=${x - 4} x2=${x} y1=${y} y2=${y} /><text x=${x - 8} y=${y + 4} text-anchor="end">${text}</text>`;
    })}
  </g>`;
}
