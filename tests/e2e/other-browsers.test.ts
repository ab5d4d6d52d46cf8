import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefox, webKitDriver, xvfb } from '../../web/build/toolchain.mjs';
import { createEngine } from '../../web/engine/index.ts';
import { figureNames } from '../support/figure-folders.ts';
import { launchFirefox } from '../support/firefox.ts';
import type { PlainBrowser } from '../support/plain-browser.ts';
import { type Site, serveSite } from '../support/site.ts';
import { launchWebKit } from '../support/webkit.ts';
import {
  collectComplaints,
  complaints,
  handle,
  handleSelector,
  hangingFormulas,
  show,
  trainAndSolve,
  trainAndSolveAt,
} from './in-page.ts';

describe.skipIf(!firefox())('Firefox', () => worksIn(launchFirefox));
describe.skipIf(!webKitDriver() || !xvfb())('WebKit', () => worksIn(launchWebKit));

function worksIn(launch: () => Promise<PlainBrowser>): void {
  let browser: PlainBrowser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serveSite()]);
    await browser.open(site.address);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('every figure gets to work, and nothing is complained of', async () => {
    await browser.run(collectComplaints);
    for (const name of figureNames) expect([name, await browser.run(show, `hcx-${name}`)]).toEqual([name, true]);
    expect(await browser.run(complaints)).toEqual([]);
    expect(site.missing).toEqual([]);
  });

  test.each(figureNames)('%s: a handle on its drawing follows the pointer', async (name) => {
    await browser.run(show, `hcx-${name}`);
    const selector = await browser.run(handleSelector, `hcx-${name}`);
    if (selector === null) return; // only a strip or a slider: see contract/hands.test.ts
    const before = await browser.run(handle, `hcx-${name}`, selector);
    await browser.drag(before, { x: before.x + 24, y: before.y - 30 });
    const after = await browser.run(handle, `hcx-${name}`, selector);
    expect(after.spoken).not.toBe(before.spoken);
    expect(await browser.run(complaints)).toEqual([]);
  });

  test('a bracket at the beginning of a formula keeps its place', async () => {
    // Where text hangs its opening punctuation, WebKit draws it over the word before.
    expect(await browser.run(hangingFormulas)).toBe(0);
  });

  test('trains and solves to the same bits as here', async () => {
    const here = trainAndSolve(await createEngine());
    expect(here.gap).toBeLessThan(1e-9);
    expect(await browser.run(trainAndSolveAt, `${site.address}engine/index.js`)).toEqual(here);
  });
}
