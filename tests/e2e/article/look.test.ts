import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { inRoot } from '../../../web/build/root.mjs';
import { axeSource, axeViolations } from '../axe.ts';
import { browserAndSite } from '../browser-and-site.ts';
import { eventually, TeaserPage } from '../teaser-page.ts';

const folder = inRoot('tests/e2e/screenshots');

const stage = browserAndSite();

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});

const open = (width: number, height: number, colorScheme: 'light' | 'dark') =>
  TeaserPage.open(stage.browser, stage.site.address, { viewport: { width, height }, colorScheme });

/** Every figure comes into sight and gets to work, in the order of the page. */
async function showAll(page: Page, seen: (tag: string, figure: Locator) => Promise<unknown> = async () => {}) {
  const tags = await page.evaluate(() =>
    [...document.querySelectorAll('main *')].map((e) => e.localName).filter((name) => name.startsWith('hcx-')),
  );
  for (const tag of tags) {
    // Again and again: a figure that has just got its height may have left the window.
    await eventually(async () => {
      await page.locator(tag).scrollIntoViewIfNeeded();
      return page.locator(`${tag}[data-ready]`).count();
    }).toBe(1);
    await seen(tag, page.locator(tag));
  }
}

/** Within a tenth, so that the text below hardly moves when a figure is drawn. */
async function expectRoomKept(tag: string, figure: Locator): Promise<void> {
  const { kept, tall, width } = await figure.evaluate((element) => ({
    kept: Number.parseFloat(getComputedStyle(element).getPropertyValue('--kept')),
    tall:
      element.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    width: innerWidth,
  }));
  const file = `web/figures/${tag.replace('hcx-', '')}/room.json`;
  const message = `${file} keeps ${kept} rem in a window of ${width} pixels, but the figure is ${tall.toFixed(0)} rem tall`;
  expect(Math.abs(tall / kept - 1), message).toBeLessThan(0.1);
}

const windows = [
  [1280, 1100],
  [768, 1024],
  [390, 844],
  [320, 640],
] as const;

/** Where everything is that a theme could move, pixels. */
const boxes = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const figures = [...document.querySelectorAll('main .figure')].map((figure) => {
      const { left, width, height } = figure.getBoundingClientRect();
      return [figure.localName, left, width, height];
    });
    return { scrollWidth, scrollHeight, figures };
  });

test.each(windows)(
  'at %i x %i nothing scrolls sideways, figures fill the room kept for them, in both themes; pictures are taken',
  async (width, height) => {
    const teaser = await open(width, height, 'light');
    const { page } = teaser;
    await eventually(() => teaser.steps()).toBeGreaterThan(20_000);
    await teaser.pause();
    await page.screenshot({ path: `${folder}/figure-1-${width}.png` });
    await showAll(page, async (tag, figure) => {
      await figure.screenshot({ path: `${folder}/${tag}-${width}.png` });
      await expectRoomKept(tag, figure);
    });
    const [content, visible] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(visible);
    // The other theme changes colours, and nothing else.
    const before = await boxes(page);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.screenshot({ path: `${folder}/page-${width}-${theme}.png`, fullPage: true });
      expect(await boxes(page), theme).toEqual(before);
    }
    expect(teaser.complaints).toEqual([]);
    await teaser.close();
  },
);

test('axe finds nothing to object to, in either theme', async () => {
  const teaser = await open(1280, 1100, 'light');
  await teaser.pause();
  await showAll(teaser.page);
  await teaser.page.evaluate(axeSource);
  for (const theme of ['light', 'dark'] as const) {
    await teaser.page.emulateMedia({ colorScheme: theme });
    expect(await axeViolations(teaser.page), theme).toEqual([]);
  }
  await teaser.close();
});

test('the toggle changes the theme and a reload keeps it', async () => {
  const teaser = await open(1280, 1100, 'light');
  const paper = () => teaser.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await teaser.page.getByRole('button', { name: 'Dark theme' }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await teaser.page.reload();
  await eventually(paper).toBe(dark);
  await teaser.close();
});

test('on paper the page is light, also when the reader has chosen the dark theme', async () => {
  const teaser = await open(1280, 1100, 'light');
  const ink = () => teaser.page.evaluate(() => getComputedStyle(document.body).color);
  const light = await ink();
  await teaser.page.getByRole('button', { name: 'Dark theme' }).click();
  expect(await ink()).not.toBe(light);
  await teaser.page.emulateMedia({ media: 'print' });
  expect(await ink()).toBe(light);
  await teaser.close();
});

test('margin notes are beside the text where there is a margin, and open by keyboard where there is none', async () => {
  const wide = await open(1280, 1100, 'light');
  expect(await wide.page.locator('.note-text').first().isVisible()).toBe(true);
  await wide.close();
  const narrow = await TeaserPage.open(stage.browser, stage.site.address, { viewport: { width: 390, height: 844 } });
  const note = narrow.page.locator('.note-text').first();
  expect(await note.isVisible()).toBe(false);
  // The number is small; a finger beside it opens the note all the same.
  const mark = narrow.page.locator('.note-mark').first();
  await mark.click({ position: { x: -12, y: 2 }, force: true });
  await eventually(() => note.isVisible()).toBe(true);
  await mark.click();
  await eventually(() => note.isVisible()).toBe(false);
  await narrow.page.getByRole('checkbox', { name: 'Show note 1', exact: true }).focus();
  await narrow.page.keyboard.press('Space');
  await eventually(() => note.isVisible()).toBe(true);
  await narrow.close();
});

test('without script the article and its notes can be read', async () => {
  const context = await stage.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 1100 } });
  const page = await context.newPage();
  await page.goto(stage.site.address);
  expect(await page.getByRole('heading', { name: 'How can a number be a proof?' }).isVisible()).toBe(true);
  expect(await page.locator('.note-text').first().isVisible()).toBe(true);
  expect(await page.locator('hcx-teaser p').first().isVisible()).toBe(true);
  await context.close();
});
