import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { figureNames } from '../../support/figure-folders.ts';
import { figurePages } from '../figure-page.ts';

const open = figurePages();

/** What a mark says of itself: in words, which round, and as a number. */
const spoken = async (mark: Locator): Promise<string> =>
  [await mark.getAttribute('aria-valuetext'), await mark.getAttribute('aria-valuenow')].filter(Boolean).join(' | ');

/** A name by which a slider is found again after the figure has been drawn anew. */
const namesOf = (figure: Locator): Promise<string[]> =>
  figure
    .getByRole('slider')
    .evaluateAll((marks) => marks.filter((mark) => mark.checkVisibility()).map((mark) => mark.ariaLabel ?? ''));

const ARROWS = ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'];

/**
 * Presses one arrow after the other until the mark says something else: some move in one direction only, or stand at an end. Most
 * answer at once; only where none of the arrows was answered at once, each is waited for.
 */
async function moveByArrows(mark: Locator): Promise<boolean> {
  const before = await spoken(mark);
  for (const timeout of [400, 2500]) {
    for (const key of ARROWS) {
      await mark.press(key);
      const moved = expect.poll(() => spoken(mark), { timeout }).not.toBe(before);
      if (await moved.then(() => true).catch(() => false)) return true;
    }
  }
  return false;
}

test.each(figureNames)(
  '%s: whatever is a slider has a name, says where it is, and is moved by arrows',
  async (name) => {
    const { figure, complaints, close } = await open(name);
    const names = await namesOf(figure);
    expect(names.length).toBeGreaterThan(0);
    expect(names).not.toContain('');
    expect(new Set(names).size, names.join()).toBe(names.length);
    for (const label of names) {
      // Of the first figure's points only the one that Tab leads to; the others are reached from it: see teaser.test.ts.
      if (name === 'teaser' && /^Data point (?!1 )/.test(label)) continue;
      const mark = figure.getByRole('slider', { name: label, exact: true });
      expect(await spoken(mark), label).not.toBe('');
      expect(await moveByArrows(mark), label).toBe(true);
      expect(await figure.getByRole('alert').count(), label).toBe(0);
    }
    expect(complaints).toEqual([]);
    await close();
  },
);

/** The first figure puts a point back with Home; a strip or a slider of the form has its own way back. */
const escaping = figureNames.filter((name) => name !== 'teaser');

/** The direction of the patterns stays where its keys have put it. */
const STAYING = ['Direction of the neuron'];

test.each(escaping)('%s: Escape puts every mark of its drawings back', async (name) => {
  const { figure, complaints, close } = await open(name);
  const count = await figure.locator('svg [role="slider"][data-index]').count();
  for (let k = 0; k < count; k++) {
    const mark = figure.locator('svg [role="slider"][data-index]').nth(k);
    if (STAYING.includes((await mark.getAttribute('aria-label')) ?? '')) continue;
    const before = await spoken(mark);
    if (!(await moveByArrows(mark))) throw new Error(`mark ${k} is not moved by arrows`);
    await mark.press('Escape');
    await expect.poll(() => spoken(mark), { message: `mark ${k}`, timeout: 10_000 }).toBe(before);
  }
  expect(complaints).toEqual([]);
  await close();
});
