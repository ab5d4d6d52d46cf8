import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { windows } from '../../web/posters/windows.ts';
import { type BrowserSettings, openPage, type WatchedPage } from '../support/chromium.ts';
import { browserAndSite } from './browser-and-site.ts';

/** Opens a page of the built site with one figure at work, in the browser of the run or one with settings of its own. */
interface FigurePages {
  /** The figure alone on its page; `fragment` may hold a state. */
  (name: string, options?: BrowserContextOptions, fragment?: string): Promise<FigurePage>;
  /** The figure in the article. */
  inArticle(name: string, options?: BrowserContextOptions, fragment?: string): Promise<FigurePage>;
  /** The figure on any page of the site, `at` its path and what follows. */
  onPage(name: string, options: BrowserContextOptions, at: string): Promise<FigurePage>;
}

type FigurePage = WatchedPage & { readonly figure: Locator; readonly browser: Browser };

export const embedded = (name: string): string => `embed.html?figure=${name}`;

export function figurePages(settings?: BrowserSettings): FigurePages {
  const stage = browserAndSite(settings);
  const open = async (options: BrowserContextOptions) =>
    openPage(stage.browser, { viewport: { width: 1280, height: 1100 }, ...options });
  const show = async (opened: WatchedPage, name: string, at: string): Promise<FigurePage> => {
    await opened.page.goto(stage.site.address + at);
    return { ...opened, figure: await showFigure(opened.page, name), browser: stage.browser };
  };
  const alone = async (name: string, options = {}, fragment = '') => {
    const opened = await open(options);
    await opened.page.addInitScript(standAsInArticle, figureWidths(opened.page.viewportSize()?.width ?? 0));
    return show(opened, name, embedded(name) + fragment);
  };
  const onPage: FigurePages['onPage'] = async (name, options, at) => show(await open(options), name, at);
  const inArticle: FigurePages['inArticle'] = (name, options = {}, fragment = '') => onPage(name, options, fragment);
  return Object.assign(alone, { inArticle, onPage });
}

/** How wide the article's figures are in a window of this width. */
const figureWidths = (width: number): { column: number; wide: number } => {
  const { column, wide } = windows.find(({ upTo }) => width <= upTo) ?? windows[0]!;
  return { column, wide };
};

/** Runs in the page before its own scripts: the figure is as wide as in the article, and there is something above and below it. */
function standAsInArticle({ column, wide }: { column: number; wide: number }): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.embedded main { padding-block: 150vh }
    .embedded .figure { max-width: 100%; width: ${column}px } .embedded .figure.wide { width: ${wide}px }`);
  document.adoptedStyleSheets.push(sheet);
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

/** Waits until an element stays where it is: faces may come, and figures above it may still get their heights. */
async function atRest(element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  await element.evaluate(async (moving) => {
    await document.fonts.ready;
    const alone = document.querySelectorAll('.figure').length === 1;
    const pause = alone ? 50 : 250;
    for (let before = ''; ; ) {
      moving.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const now = JSON.stringify(moving.getBoundingClientRect());
      if (now === before) return;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, pause));
      await new Promise(requestAnimationFrame);
    }
  });
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
