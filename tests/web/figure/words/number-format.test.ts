import { describe, expect, test } from 'vitest';
import { grouped, milliseconds, spoken, typeset, typesetAligned } from '../../../../web/figure/words/number-format.ts';

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

test('numbers of different sizes are set each for itself, large ones as powers of ten', () => {
  expect(
    typesetAligned([2352737.339, 0.0082107281, 0.0082107281], 7, ['nearest', 'nearest', 'down']).map(text),
  ).toEqual(['2.352737e6', '0.008210728', '0.008210728']);
  expect(typesetAligned([0.2745373, 1.2e-5], 4).map(text)).toEqual(['0.2745', '1.200e-5']);
  expect(typesetAligned([29679953166188124, 0.5], 4).map(text)).toEqual(['2.968e16', '0.5000']);
  expect(typesetAligned([2.5e7, 2.5e6], 4).map(text)).toEqual(['25.000e6', '2.500e6']);
});

test('times are no finer than the clock', () => {
  expect([0, 0.05, 0.1, 0.3, 9.94, 9.96, 11.2, 12345, Number.NaN].map(milliseconds)).toEqual([
    'under 0.1',
    'under 0.1',
    '0.1',
    '0.3',
    '9.9',
    '10',
    '11',
    '12\u202f345',
    '\u2013',
  ]);
});

test('numbers are read aloud without symbols', () => {
  expect(spoken(-3.2e-5, 2)).toBe('minus 3.2 times 10 to the minus 5');
  expect(spoken(0.25, 2)).toBe('0.25');
});

test('large counts are grouped in threes', () => {
  expect([1, 999, 1000, 1234567].map(grouped)).toEqual(['1', '999', '1\u202f000', '1\u202f234\u202f567']);
});
