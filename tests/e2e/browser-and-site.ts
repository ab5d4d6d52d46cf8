import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type BrowserSettings, launchChromium } from '../support/chromium.ts';
import { type Site, serveSite } from '../support/site.ts';

/** The browser and the built site that the tests of a file use. */
export interface Stage {
  readonly browser: Browser;
  readonly site: { readonly address: string };
}

/** The browser of the run, there while the tests of the calling file run; with settings a browser of their own, which takes longer. */
export function browserAndSite(settings?: BrowserSettings): Stage {
  const stage = { site: { address: inject('siteAddress') } } as { browser: Browser; site: Stage['site'] };
  beforeAll(async () => {
    stage.browser = await (settings ? launchChromium(settings) : chromium.connect(inject('browserAddress')));
  });
  afterAll(() => stage.browser?.close());
  return stage;
}

/** The same with a server of the calling file's own, which tells what it was asked for. */
export function browserAndOwnSite(): { readonly browser: Browser; readonly site: Site } {
  const stage = browserAndSite() as { browser: Browser; site: Site };
  beforeAll(async () => {
    stage.site = await serveSite();
  });
  afterAll(() => stage.site.close());
  return stage;
}
