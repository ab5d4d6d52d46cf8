import { expect, test } from 'vitest';
import { plainColour } from '../../../../web/figure/export/styled-copy.ts';
import { cellText, csvOf, neuronsTable, tableOf } from '../../../../web/figure/export/table.ts';

test('a CSV file has every digit of a number, and quotes where they are needed', () => {
  const table = tableOf('t', { x: [0.1 + 0.2, 1e-21, Number.NaN], 'a, b': ['say "so"', true, null], n: [10n ** 30n] });
  expect(csvOf(table)).toBe(
    'x,"a, b",n\r\n0.30000000000000004,"say ""so""",1000000000000000000000000000000\r\n1e-21,true,\r\nNaN,,\r\n',
  );
});

test('a network has a row for each neuron', () => {
  expect(neuronsTable('t', [1, 2, 3, 4], [5, 6])).toEqual({
    name: 't',
    columns: ['neuron', 'w1', 'w2', 'alpha'],
    rows: [
      [1, 1, 2, 5],
      [2, 3, 4, 6],
    ],
  });
  expect(neuronsTable('t', [], []).rows).toEqual([]);
});

test.each([
  [-0.123456789, '−0.123457'],
  [12345678, '12345678'],
  [1e-9, '1e−9'],
  [null, ''],
  [true, 'true'],
])('%s is shown as %s', (cell, text) => {
  expect(cellText(cell)).toBe(text);
});

test.each([
  ['rgb(1, 2, 3)', 'rgb(1, 2, 3)', 1],
  ['rgba(1, 2, 3, 0.5)', 'rgb(1, 2, 3)', 0.5],
  ['color(srgb 1 0 0.5 / 0.25)', 'rgb(255, 0, 128)', 0.25],
  ['color(srgb 0 1 0)', 'rgb(0, 255, 0)', 1],
  ['url("#hatch")', 'url("#hatch")', 1],
  ['none', 'none', 1],
])('%s is %s of opacity %d', (value, colour, opacity) => {
  expect(plainColour(value)).toEqual({ colour, opacity });
});
