import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { launchSettings } from '../support/chromium.ts';
import { serveSite } from '../support/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of the run is reached: a websocket. */
    browserAddress: string;
    /** Where the built site is served. */
    siteAddress: string;
  }
}

/** One browser and one server for the whole run: every file of tests connects to them. */
export default async function openStage(project: TestProject): Promise<() => Promise<void>> {
  const [browser, site] = await Promise.all([chromium.launchServer(launchSettings()), serveSite()]);
  project.provide('browserAddress', browser.wsEndpoint());
  project.provide('siteAddress', site.address);
  return async () => {
    await browser.close();
    await site.close();
  };
}
