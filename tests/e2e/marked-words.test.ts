import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { figurePages } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const openFigure = figurePages();

const faded = (figure: Locator, selector: string): Promise<boolean[]> =>
  figure.locator(selector).evaluateAll((marks) => marks.map((mark) => mark.hasAttribute('data-faded')));

test('a role named in a caption lights up its marks, and they go back', async () => {
  const { page, figure, close } = await openFigure.inArticle('certificate');
  await figure.locator('b.dual').hover();
  await eventually(() => faded(figure, '.point')).toEqual(Array(10).fill(true));
  expect(await faded(figure, '.level')).toEqual([false, false]);
  await page.mouse.move(5, 5);
  await eventually(() => faded(figure, '.point')).toEqual(Array(10).fill(false));
  await close();
});

test('a symbol in the text lights up its point in the figure, on the line and in weight space', async () => {
  const { page, figure, close } = await openFigure.inArticle('training');
  await page.locator('[data-mark="x1"]').last().hover();
  await eventually(() => faded(figure, '.point')).toEqual([false, true]);
  expect(await faded(figure, '.cut-name')).toEqual([false, true]);
  await close();
});

test('a mark that is pointed at lights up the words for it', async () => {
  const { page, figure, close } = await openFigure.inArticle('activation');
  await figure.locator('.kink').hover();
  const lit = () => page.locator('.lit').evaluateAll((words) => words.map((word) => word.textContent?.trim()));
  await eventually(lit).toContain('output');
  expect(await lit()).toContain('activation point');
  await page.mouse.move(5, 5);
  await eventually(lit).toEqual([]);
  await close();
});

test('every word that names a role names one that its figure draws', async () => {
  const { page, close } = await openFigure.inArticle('teaser');
  for (const tag of await page.locator('main .figure').evaluateAll((figures) => figures.map((f) => f.localName))) {
    for (let k = 0; k < 100 && !(await page.locator(`${tag}[data-ready]`).count()); k++) {
      await page.locator(tag).scrollIntoViewIfNeeded();
      await page.waitForTimeout(50);
    }
  }
  const mute = await page.locator('main b[class], main [data-mark]').evaluateAll((words) =>
    (words as HTMLElement[])
      .filter((word) => {
        const name = word.dataset.mark ?? word.classList[0];
        const own = word.closest('.figure');
        const figures = own ? [own] : [...(word.closest('section')?.querySelectorAll('.figure') ?? [])];
        return !figures.some((figure) => {
          const { selectors } = (figure as unknown as { legend: { selectors: Record<string, string> } }).legend;
          return selectors[name] && figure.shadowRoot?.querySelector(selectors[name]);
        });
      })
      .map((word) => `${word.closest('.figure')?.localName}: ${word.textContent}`),
  );
  expect(mute).toEqual([]);
  await close();
});
