import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type BrowserSettings, launchChromium } from '../support/chromium.ts';
import { type Site, serveSite } from '../support/site.ts';

/** A browser and the built site, there while the tests of the file run that calls it; with WebGL only where it is asked for. */
export function browserAndSite(settings: BrowserSettings = {}): { readonly browser: Browser; readonly site: Site } {
  const stage = {} as { browser: Browser; site: Site };
  beforeAll(async () => {
    [stage.browser, stage.site] = await Promise.all([launchChromium(settings), serveSite()]);
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.site.close();
  });
  return stage;
}
