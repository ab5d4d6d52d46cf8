import { describe, expect, test } from 'vitest';
import { grouped, spoken, typeset, typesetAligned } from '../../../web/lib/number-format.ts';

const text = ({ mantissa, exponent }: { mantissa: string; exponent: number | null }) =>
  exponent === null ? mantissa : `${mantissa}e${exponent}`;

describe('typeset', () => {
  test.each([
    [0, '0.00'],
    [0.00911472, '0.00911'],
    [0.0012, '0.00120'],
    [0.000911, '9.11e-4'],
    [3.2e-12, '3.20e-12'],
    [12.345, '12.3'],
    [99999, '99999'],
    [123456, '1.23e5'],
    [-0.5, '\u22120.500'],
    [9.996e-7, '1.00e-6'],
    [0.001, '0.00100'],
    [1000, '1000'],
  ])('%d is set as %s', (value, expected) => {
    expect(text(typeset(value))).toBe(expected);
  });

  test('what was not computed is a dash', () => {
    expect(text(typeset(Number.NaN))).toBe('\u2013');
    expect(text(typeset(Number.POSITIVE_INFINITY))).toBe('\u2013');
  });

  test('a lower bound is never rounded up', () => {
    for (const bound of [0.0091199, 9.9999e-5, 1.23456, 45.678, 9.9999e-4]) {
      const { mantissa, exponent } = typeset(bound, 3, 'down');
      expect(Number(mantissa) * 10 ** (exponent ?? 0)).toBeLessThanOrEqual(bound * (1 + 1e-15));
    }
  });

  test('a distance is never rounded down', () => {
    expect([3.2e-13, 9.2e-13, 2e-13, 0].map((gap) => text(typeset(gap, 1, 'up')))).toEqual([
      '4e-13',
      '1e-12',
      '2e-13',
      '0',
    ]);
  });
});

test('numbers to be compared share their power of ten and their decimals', () => {
  expect(typesetAligned([0.0123456789, 0.00911472, 0.00911471], 4).map(text)).toEqual([
    '0.012346',
    '0.009115',
    '0.009115',
  ]);
  expect(typesetAligned([0.0012, 0.000091], 3).map(text)).toEqual(['120.00e-5', '9.10e-5']);
});

test('numbers are read aloud without symbols', () => {
  expect(spoken(-3.2e-5, 2)).toBe('minus 3.2 times 10 to the minus 5');
  expect(spoken(0.25, 2)).toBe('0.25');
});

test('large counts are grouped in threes', () => {
  expect([1, 999, 1000, 1234567].map(grouped)).toEqual(['1', '999', '1\u202f000', '1\u202f234\u202f567']);
});
