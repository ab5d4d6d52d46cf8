import { expect, test } from 'vitest';
import { spread } from '../../../../web/figure/drawing/label-layout.ts';

test('labels that do not meet stay where they are', () => {
  expect(spread([80, 10], 16, 0, 100)).toEqual([80, 10]);
});

test('labels that meet are moved apart, in their order', () => {
  expect(spread([50, 49], 16, 0, 100)).toEqual([65, 49]);
});

test('labels stay inside, even when they meet at the end', () => {
  expect(spread([500, 99], 16, 0, 100)).toEqual([100, 84]);
  expect(spread([-5, -9], 16, 0, 100)).toEqual([16, 0]);
});
