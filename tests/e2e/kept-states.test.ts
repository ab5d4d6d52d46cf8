import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, type WatchedPage } from '../support/chromium.ts';
import { type KeptState, keptStates, shownFor } from '../support/kept-states.ts';
import { browserAndSite } from './browser-and-site.ts';
import { ShareDialog, sharedState } from './share-dialog.ts';

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
  async function open(stored: string): Promise<Locator> {
    const { page } = opened;
    await page.evaluate(([entry, text]) => localStorage.setItem(entry, text), [key, stored] as const);
    await page.goto('about:blank'); // the same address without its fragment alone would not be another visit
    await page.goto(`${stage.site.address}embed.html?figure=${name}`);
    await page.waitForSelector(`hcx-${name}[data-ready]`);
    return page.locator(`hcx-${name}`);
  }

  test.each(cases)('$how: kept, linked and saved', async ({ state, other }) => {
    const { page, complaints } = opened;
    const kept = JSON.parse(state.stored).data;
    const shown = shownFor(state);
    const figure = await open(state.stored);
    const notes = () => figure.locator('.note, .trouble').allTextContents();
    expect(await notes()).toEqual([]);
    const shares = await ShareDialog.open(page, figure);
    expect((await shares.state()).state).toEqual(shown);
    expect(await storedState()).toEqual(kept);
    await shares.close();

    await page.evaluate((fragment) => location.assign(fragment), other.link);
    await expect.poll(() => sharedState(figure)).toEqual(shownFor(other));
    expect(await notes()).toEqual([]);
    expect(await storedState()).toEqual(kept);

    await (await ShareDialog.open(page, figure)).load('kept.json', state.exported);
    await expect.poll(notes).toEqual(['Shown as saved in kept.json.']);
    expect(await storedState()).toEqual(shown);
    expect(await sharedState(figure)).toEqual(shown);
    expect(complaints).toEqual([]);
  });
});

test('every figure that was there has several states', () => {
  expect(keptStates.length).toBeGreaterThanOrEqual(12);
  for (const { figure, states } of keptStates) expect(states.length, figure).toBeGreaterThanOrEqual(4);
});
