import { expect, test } from 'vitest';
import { figurePages } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

test('a label that is moved changes the levels that are predicted', async () => {
  const { page, figure, close, complaints } = await open('orthogonal');
  const levels = () => figure.locator('.level-name').allTextContents();
  const before = await levels();
  expect(before).toContain('0.5100');
  expect(before).toContain('0.1767');
  await figure.locator('[data-index="0"]').focus();
  for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowDown');
  await eventually(async () => (await levels())[1]).not.toBe(before[1]);
  expect((await levels()).slice(2, 4)).toEqual(before.slice(2, 4));
  expect(complaints).toEqual([]);
  await close();
});
