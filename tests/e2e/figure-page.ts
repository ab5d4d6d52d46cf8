import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type BrowserSettings, openPage } from '../support/chromium.ts';
import { browserAndSite } from './browser-and-site.ts';

/** A browser and the built site for the tests of one file. The returned function opens the page with one figure at work;
 * `at` is a fragment, or another page of the site by its path and what follows it. */
export function figurePages(settings: BrowserSettings = {}) {
  const stage = browserAndSite(settings);
  return async (name: string, options: BrowserContextOptions = {}, at = '') => {
    const opened = await openPage(stage.browser, { viewport: { width: 1280, height: 1100 }, ...options });
    await opened.page.goto(stage.site.address + at);
    return { ...opened, figure: await showFigure(opened.page, name) };
  };
}

/** Brings a figure into sight, lets it get to work, and waits until nothing moves it any more. */
export async function showFigure(page: Page, name: string): Promise<Locator> {
  const figure = page.locator(`hcx-${name}`);
  await figure.scrollIntoViewIfNeeded();
  await page.waitForSelector('section[data-later]', { state: 'detached' }); // only now is everything in its place
  await figure.scrollIntoViewIfNeeded();
  await page.waitForSelector(`hcx-${name}[data-ready]`);
  await atRest(figure);
  return figure;
}

/** Figures above may still get their heights. */
async function atRest(element: Locator): Promise<void> {
  for (let before = ''; ; ) {
    await element.scrollIntoViewIfNeeded();
    const now = JSON.stringify(await element.boundingBox());
    if (now === before) return;
    before = now;
    await element.page().waitForTimeout(250);
  }
}

/** The text of the first element of this selector, its whitespace tidied. */
export const textOf = async (figure: Locator, selector: string): Promise<string> =>
  ((await figure.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();

/** Waits until the figure of a mark has drawn what it was last told: a loaded machine takes its time for a frame. */
export const drawn = (mark: Locator): Promise<void> =>
  mark.evaluate(async (element) => {
    const root = element.getRootNode() as ShadowRoot;
    for (let before = ''; before !== root.innerHTML; ) {
      before = root.innerHTML;
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });

/** By mouse from the middle of a mark, in several moves, and lets the figure draw the result. */
export async function dragBy(page: Page, mark: Locator, x: number, y: number): Promise<void> {
  await atRest(mark);
  const box = await mark.locator('.target').boundingBox();
  if (!box) throw new Error('the mark is not drawn');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + x, from.y + y, { steps: 12 });
  await page.mouse.up();
  await drawn(mark);
}
