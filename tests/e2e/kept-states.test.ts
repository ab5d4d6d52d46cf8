import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, type WatchedPage } from '../support/chromium.ts';
import { type KeptState, keptStates, shownFor } from '../support/kept-states.ts';
import { browserAndSite } from './browser-and-site.ts';
import { ShareDialog } from './share-dialog.ts';

const isSurface = (state: KeptState): boolean => state.exported.includes('"view": "surface"');

/** Each state after one that is loaded before it: a saved file is loaded where another state is on show. */
const cases = keptStates.map(({ figure, states }) => ({
  figure,
  cases: states.map((state, k) => ({ how: state.how, state, other: states.at(k - 1) as KeptState })),
}));

const kept = browserAndSite();
// Only a browser with WebGL shows a surface; it draws everything else more slowly.
const withWebGL = browserAndSite({ webGL: true });

describe.each(cases)('$figure', ({ figure: name, cases }) => {
  const stage = cases.some(({ state }) => isSurface(state)) ? withWebGL : kept;
  let opened: WatchedPage;
  beforeAll(async () => {
    opened = await openPage(stage.browser, { viewport: { width: 1280, height: 1100 } });
    await opened.page.goto(`${stage.site.address}embed.html`);
  });
  afterAll(() => opened.close());

  const key = `hcx:${name}`;
  const storedState = async (): Promise<unknown> => {
    const text = await opened.page.evaluate((entry) => localStorage.getItem(entry), key);
    return text && JSON.parse(text).data;
  };

  /** The figure as somebody meets it whose browser has this in its storage. */
  async function open(stored: string | null, fragment = ''): Promise<Locator> {
    const { page } = opened;
    await page.evaluate(([entry, text]) => (text === null ? localStorage.clear() : localStorage.setItem(entry, text)), [
      key,
      stored,
    ] as const);
    await page.goto('about:blank'); // another fragment alone would not be another visit
    await page.goto(`${stage.site.address}embed.html?figure=${name}${fragment}`);
    const figure = page.locator(`hcx-${name}`);
    await page.waitForSelector(`hcx-${name}[data-ready]`);
    expect(await figure.locator('.note, .trouble').allTextContents()).toEqual([]);
    return figure;
  }

  test.each(cases)('$how: kept, linked and saved', async ({ state, other }) => {
    const shown = shownFor(state);
    const shares = await ShareDialog.open(opened.page, await open(state.stored));
    expect((await shares.state()).state).toEqual(shown);
    expect(await shares.linkedState()).toEqual(shown);
    expect(await storedState()).toEqual(JSON.parse(state.stored).data);

    const figure = await open(null, other.link);
    const before = await ShareDialog.open(opened.page, figure);
    expect(await before.linkedState()).toEqual(shownFor(other));
    expect(await storedState()).toBe(null);
    await before.load('kept.json', state.exported);
    await expect.poll(() => figure.locator('.note').allTextContents()).toEqual(['Shown as saved in kept.json.']);
    expect(await storedState()).toEqual(shown);
    const after = await ShareDialog.open(opened.page, figure);
    expect(await after.linkedState()).toEqual(shown);
    expect(await figure.locator('.trouble').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});

test('every figure that was there has several states', () => {
  expect(keptStates.length).toBeGreaterThanOrEqual(12);
  for (const { figure, states } of keptStates) expect(states.length, figure).toBeGreaterThanOrEqual(4);
});
