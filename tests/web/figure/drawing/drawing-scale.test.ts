import { expect, test } from 'vitest';
import { drawingScale } from '../../../../web/figure/drawing/drawing-scale.ts';

test('with the usual letters, and with smaller ones, drawings are as they are drawn', () => {
  expect(drawingScale(350, 16)).toEqual({ letters: 1, drawing: 1 });
  expect(drawingScale(350, 12)).toEqual({ letters: 1, drawing: 1 });
});

test('larger letters enlarge a drawing as much', () => {
  expect(drawingScale(900, 24)).toEqual({ letters: 1.5, drawing: 1.5 });
});

test('but no further than the figure has room', () => {
  expect(drawingScale(325, 24)).toEqual({ letters: 1.5, drawing: 1.25 });
  expect(drawingScale(240, 32)).toEqual({ letters: 2, drawing: 1 });
});
