import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../../web/build/root.mjs';
import { openPage } from '../../support/chromium.ts';
import { figureNames } from '../../support/figure-folders.ts';
import { browserAndSite } from '../browser-and-site.ts';
import { ShareDialog, sharedState, stateIn } from '../share-dialog.ts';

const stage = browserAndSite();

/** Figures that know no page, and so can stand twice on one, come with web/figure. */
const canStandTwice = existsSync(inRoot('web/figure'));

/** Each gets to work when it is first seen. */
async function bothReady(page: Page, name: string): Promise<void> {
  for (const k of [0, 1]) {
    const figure = page.locator(`hcx-${name}`).nth(k);
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(() => figure.getAttribute('data-ready'), { timeout: 30_000 }).not.toBeNull();
  }
}

/** The page of one figure alone, with a second one of its kind after it. */
async function openTwo(name: string, fragment = '') {
  const opened = await openPage(stage.browser, { viewport: { width: 1280, height: 1100 } });
  await opened.page.route('**/embed.html*', async (route) => {
    const answer = await route.fetch();
    const another = `<main><hcx-${name} class="figure wide"></hcx-${name}>`;
    await route.fulfill({ response: answer, body: (await answer.text()).replace('<main>', another) });
  });
  await opened.page.goto(`${stage.site.address}embed.html?figure=${name}${fragment}`);
  const first = opened.page.locator(`hcx-${name}`).nth(0);
  const second = opened.page.locator(`hcx-${name}`).nth(1);
  await bothReady(opened.page, name);
  const kept = (key: string) => opened.page.evaluate((entry) => localStorage.getItem(entry), `hcx:${key}`);
  return { ...opened, first, second, kept };
}

describe.skipIf(!canStandTwice).each(figureNames)('%s, twice on one page', (name) => {
  test('each keeps its own state, under its own name', async () => {
    const { page, first, second, kept, complaints, close } = await openTwo(name);
    const begun = await sharedState(first);
    expect(await sharedState(second)).toEqual(begun);
    const slider = second.getByRole('slider').first();
    // Some marks move up and down only, and stay where they are otherwise.
    const moved = async () =>
      JSON.stringify(JSON.parse((await kept(`${name}.2`)) ?? '{}').data ?? begun) !== JSON.stringify(begun);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      if (await moved()) break;
      await slider.press(key);
      await page.waitForTimeout(300);
    }
    await expect.poll(() => kept(`${name}.2`)).not.toBeNull();
    expect(await kept(name)).toBeNull();
    const changed = await sharedState(second);
    expect(changed).not.toEqual(begun);
    expect(await sharedState(first)).toEqual(begun);
    await page.reload();
    await bothReady(page, name);
    expect(await sharedState(second)).toEqual(changed);
    expect(await sharedState(first)).toEqual(begun);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a link leads to the one that it names', async () => {
    const { page, first, second, close } = await openTwo(name);
    const share = await ShareDialog.open(page, second);
    const { version, state: begun } = await share.state();
    expect(await share.link()).toMatch(new RegExp(`#${name}[.]2=`));
    await share.close();
    const payload = Buffer.from(JSON.stringify({ version: 99, state: begun })).toString('base64url');
    await page.evaluate((hash) => location.assign(hash), `#${name}.2=${payload}`);
    await expect.poll(() => second.locator('.note').allTextContents()).toHaveLength(1);
    expect(await first.locator('.note').count()).toBe(0);
    const own = Buffer.from(JSON.stringify({ version, state: begun })).toString('base64url');
    expect(stateIn(`#${name}=${own}`)).toEqual(begun);
    await page.evaluate((hash) => location.assign(hash), `#${name}=${own}`);
    expect(await first.locator('.note').count()).toBe(0);
    await close();
  });
});
