import { svg, type TemplateResult } from 'lit';
import { typeset } from '../words/number-format.ts';
import { numberSvg } from '../words/number-view.ts';

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

/** The same for a logarithmic scale: small and large numbers as powers of ten. */
export function axisLeftLog(scale: Scale, ticks: readonly number[], x: number): TemplateResult {
  return svg`<g class="axis">
    ${ticks.map((tick) => {
      const y = scale(tick);
      const text = numberSvg(typeset(tick, 1));
      return svg`<line x1=${x - 4} x2=${x} y1=${y} y2=${y} /><text x=${x - 8} y=${y + 4} text-anchor="end">${text}</text>`;
    })}
  </g>`;
}

/** At most five numbers of the form 1, 2 or 5 times a power of ten, or powers of ten alone over a wide range. */
export function logTicks([low, high]: readonly number[]): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.floor(Math.log10(high));
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const within = (value: number): boolean => value >= low && value <= high;
  const fine = powers.flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power)).filter(within);
  if (fine.length <= 5) return fine;
  const coarse = powers.map((power) => 10 ** power).filter(within);
  const every = Math.ceil(coarse.length / 5);
  return coarse.filter((_, i) => (coarse.length - 1 - i) % every === 0);
}
