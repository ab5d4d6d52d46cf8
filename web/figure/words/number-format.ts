/** A number as it is set: `mantissa`, or `mantissa` × 10^`exponent`. */
export interface Typeset {
  mantissa: string;
  exponent: number | null;
}

/** A lower bound is rounded down and a distance up, so that what is shown stays true. */
export type Rounding = 'nearest' | 'down' | 'up';

const MINUS = '\u2212';

function rounded(value: number, decimals: number, rounding: Rounding): string {
  const nearest = value.toFixed(decimals);
  const excess = Number(nearest) - value;
  if (rounding === 'down' && excess > 0) return (Number(nearest) - 10 ** -decimals).toFixed(decimals);
  if (rounding === 'up' && excess < 0) return (Number(nearest) + 10 ** -decimals).toFixed(decimals);
  return nearest;
}

const withMinus = (digits: string): string => digits.replace('-', MINUS);

/** The power of ten of the first digit; 0 for 0. */
export const magnitude = (value: number): number => (value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-12));

/**
 * `digits` significant digits; as a power of ten below 10^-3 and from 10^5 on. What is not finite is a dash: not computed is not zero.
 */
export function typeset(value: number, digits = 3, rounding: Rounding = 'nearest'): Typeset {
  if (!Number.isFinite(value)) return { mantissa: '\u2013', exponent: null };
  const power = magnitude(value);
  if (value !== 0 && (power < -3 || power > 4)) {
    const mantissa = rounded(value / 10 ** power, digits - 1, rounding);
    // 9.996 rounds to 10.0: one power more.
    if (Math.abs(Number(mantissa)) >= 10)
      return { mantissa: withMinus((Number(mantissa) / 10).toFixed(digits - 1)), exponent: power + 1 };
    return { mantissa: withMinus(mantissa), exponent: power };
  }
  return { mantissa: withMinus(rounded(value, Math.max(0, digits - 1 - power), rounding)), exponent: null };
}

/** The same without zeros at the end: for numbers that are exact, such as 1/2. */
export function typesetShort(value: number, digits = 3): Typeset {
  const { mantissa, exponent } = typeset(value, digits);
  return { mantissa: mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa, exponent };
}

/** So many decimals, whatever the size; no minus before a zero. */
export const decimals = (value: number, digits: number): string =>
  withMinus(value.toFixed(digits).replace(/^-(0\.?0*)$/, '$1'));

/** Numbers further apart than this have no digits to compare. */
const COMPARABLE = 1e3;

/**
 * Several numbers to be compared digit by digit: the same power of ten and the same decimals, set by the smallest. Numbers
 * of different sizes are set each for itself.
 */
export function typesetAligned(values: readonly number[], digits = 6, roundings: readonly Rounding[] = []): Typeset[] {
  const sizes = values.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
  const [least, most] = sizes.length ? [Math.min(...sizes), Math.max(...sizes)] : [1, 1];
  if (most > COMPARABLE * least) return values.map((value, i) => typeset(value, digits, roundings[i]));
  const smallest = magnitude(least);
  const exponent = smallest < -3 || magnitude(most) > 4 ? smallest : null;
  const decimals = Math.max(0, digits - 1 - (exponent === null ? smallest : 0));
  return values.map((value, i) => {
    if (!Number.isFinite(value)) return { mantissa: '\u2013', exponent: null };
    return {
      mantissa: withMinus(rounded(value / 10 ** (exponent ?? 0), decimals, roundings[i] ?? 'nearest')),
      exponent,
    };
  });
}

/** A time as a reader can use it: "0.3", "11", or "under 0.1", since the browser's clock is no finer. */
export function milliseconds(value: number): string {
  if (!Number.isFinite(value)) return '\u2013';
  if (value < 0.095) return 'under 0.1';
  return value < 9.95 ? value.toFixed(1) : grouped(value);
}

/** For attributes read aloud: "3.2 times 10 to the minus 5". */
export function spoken(value: number, digits = 3): string {
  const { mantissa, exponent } = typeset(value, digits);
  const words = mantissa.replace(MINUS, 'minus ');
  return exponent === null ? words : `${words} times 10 to the ${exponent < 0 ? 'minus ' : ''}${Math.abs(exponent)}`;
}

/** Whole numbers in groups of three: 12 345. */
export const grouped = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
