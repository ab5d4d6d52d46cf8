import type { CDPSession, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { figureNames } from '../../support/figure-folders.ts';
import { drawn, figurePages } from '../figure-page.ts';

const openFigure = figurePages();

interface Place {
  x: number;
  y: number;
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** What the figure keeps of what the reader has set. */
const kept = (page: Page, name: string): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), `hcx:${name}`);

async function middle(mark: Locator): Promise<Place> {
  const box = await mark.boundingBox();
  if (!box) throw new Error('not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** In the middle of the window, where nothing covers it. */
async function bringToMiddle(mark: Locator): Promise<Place> {
  await mark.evaluate(async (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
  return middle(mark);
}

async function swipe(session: CDPSession, from: Place, by: Place): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  for (let k = 1; k <= 8; k++) {
    await touch('touchMove', [{ x: from.x + (by.x * k) / 8, y: from.y + (by.y * k) / 8 }]);
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
  await touch('touchEnd', []);
}

async function expectChange(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  const before = await kept(page, name);
  await act();
  await expect.poll(() => kept(page, name), { timeout: 5000 }).not.toBe(before);
}

/** A place of the drawing, in the window, with no mark within a finger's reach. */
async function freePlace(figure: Locator): Promise<Place> {
  const drawing = figure.locator('svg[width]').first();
  const targets = figure.locator('[data-index] .target');
  await bringToMiddle(drawing);
  const box = (await drawing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const marks = await Promise.all(Array.from({ length: await targets.count() }, (_, k) => middle(targets.nth(k))));
  const free = (at: Place): boolean => marks.every((mark) => Math.hypot(mark.x - at.x, mark.y - at.y) > 60);
  const places = [0.15, 0.35, 0.55, 0.75, 0.95].flatMap((y) =>
    [0.5, 0.2, 0.8].map((x) => ({ x: box.x + x * box.width, y: box.y + y * box.height })),
  );
  const place = places.filter(({ y }) => y > 250 && y < 800).find(free);
  if (!place) throw new Error('no place without a mark');
  return place;
}

/** A finger that moves up over the drawing scrolls the page. */
async function expectScroll(page: Page, figure: Locator, session: CDPSession): Promise<void> {
  const from = await freePlace(figure);
  const top = await page.evaluate(() => scrollY);
  await swipe(session, from, { x: 0, y: -150 });
  await expect.poll(() => page.evaluate(() => scrollY), { timeout: 3000 }).toBeGreaterThan(top + 50);
}

/** What a finger moves in a figure: the first mark of its drawing, else the strip that is scrubbed, else a slider. */
async function handleOf(figure: Locator): Promise<'mark' | 'strip' | 'slider'> {
  if (await figure.locator('[data-index="0"] .target').count()) return 'mark';
  return (await figure.locator('.scrub').count()) ? 'strip' : 'slider';
}

/** A finger moves the mark and not the page; keys move it as well. */
async function expectMarkMoves(page: Page, name: string, figure: Locator, session: CDPSession): Promise<void> {
  const from = await bringToMiddle(figure.locator('[data-index="0"] .target'));
  const top = await page.evaluate(() => scrollY);
  await expectChange(page, name, () => swipe(session, from, { x: 24, y: -20 }));
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await figure.locator('[data-index="0"]').focus();
  await expectChange(page, name, async () => {
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
  });
}

/** A finger scrubs sideways; keys scrub as well. */
async function expectStripScrubs(page: Page, name: string, figure: Locator, session: CDPSession): Promise<void> {
  const from = await bringToMiddle(figure.locator('.scrub'));
  await expectChange(page, name, () => swipe(session, from, { x: 60, y: 2 }));
  await figure.locator('input[type="range"]').first().focus();
  await expectChange(page, name, () => page.keyboard.press('ArrowRight'));
}

async function expectSliderMoves(page: Page, name: string, figure: Locator, session: CDPSession): Promise<void> {
  const slider = figure.locator('input[type="range"]').first();
  await slider.focus();
  await expectChange(page, name, () => page.keyboard.press('ArrowLeft'));
  const from = await bringToMiddle(slider);
  await expectChange(page, name, () => swipe(session, from, { x: 40, y: 0 }));
}

const HANDLES = { mark: expectMarkMoves, strip: expectStripScrubs, slider: expectSliderMoves };

test.each(figureNames)(
  '%s: a finger and keys move what can be moved, and a finger scrolls over the rest',
  async (name) => {
    const { page, figure, close, complaints } = await openFigure(name, PHONE);
    const session = await page.context().newCDPSession(page);
    const handle = await handleOf(figure);
    await HANDLES[handle](page, name, figure, session);
    if (handle !== 'slider') await expectScroll(page, figure, session);
    expect(complaints).toEqual([]);
    await close();
  },
);

/** The first figure has no Escape after keys yet. */
const escaping = figureNames.filter((name) => name !== 'teaser');

test.each(escaping)(
  '%s: Escape puts its mark back where it was, also in a window that has become narrower',
  async (name) => {
    const { page, figure, close } = await openFigure(name);
    if ((await handleOf(figure)) !== 'mark') return close();
    const mark = figure.locator('[data-index="0"]');
    await mark.focus();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key); // some marks move in one direction only
    };
    await expectChange(page, name, () => press('ArrowRight', 'ArrowDown'));
    await drawn(mark);
    const before = await kept(page, name);
    const { x, y } = await bringToMiddle(mark.locator('.target'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await expectChange(page, name, () => page.mouse.move(x - 30, y - 25, { steps: 4 }));
    await page.setViewportSize({ width: 390, height: 1100 });
    await drawn(mark);
    await page.keyboard.press('Escape');
    expect(await kept(page, name)).toBe(before);
    await page.mouse.up();

    await expectChange(page, name, () => press('ArrowLeft', 'ArrowUp'));
    await page.setViewportSize({ width: 1280, height: 1100 });
    await drawn(mark);
    await page.keyboard.press('Escape');
    expect(await kept(page, name)).toBe(before);
    await close();
  },
);

test('a drawing taken away under a finger gives its mark back, and a finger moves it again', async () => {
  const { page, figure, close } = await openFigure('patterns', PHONE);
  const session = await page.context().newCDPSession(page);
  const from = await bringToMiddle(figure.locator('[data-index="0"] .target'));
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  await touch('touchStart', [from]);
  await expectChange(page, 'patterns', () => touch('touchMove', [{ x: from.x + 20, y: from.y }]));
  for (const name of [/plane/, /line/]) {
    await figure.getByRole('button', { name }).dispatchEvent('click');
    await page.waitForTimeout(500);
  }
  await touch('touchEnd', []);
  const again = await bringToMiddle(figure.locator('[data-index="0"] .target'));
  await expectChange(page, 'patterns', () => swipe(session, again, { x: 24, y: 0 }));
  await close();
});
