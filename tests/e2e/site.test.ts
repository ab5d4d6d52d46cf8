import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../web/build/content-security-policy.mjs';
import { openPage } from '../support/chromium.ts';
import { serveSite } from '../support/site.ts';
import { browserAndOwnSite } from './browser-and-site.ts';

const stage = browserAndOwnSite();

test('the article loads under any path, asks nothing of other hosts and has no complaint', async () => {
  const { page, complaints, close } = await openPage(stage.browser);
  const foreign: string[] = [];
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(stage.site.address) && !address.startsWith('data:')) foreign.push(address);
  });
  await page.goto(stage.site.address, { waitUntil: 'networkidle' });
  await walkToTheEnd();
  await page.waitForLoadState('networkidle');
  expect(await page.title()).toContain('convex');
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  expect(stage.site.missing).toEqual([]);
  await close();

  /** Figures wake when they come near the window. */
  async function walkToTheEnd() {
    for (let at = 0; at < 100; at++) {
      const atEnd = await page.evaluate(() => {
        window.scrollBy(0, window.innerHeight);
        return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
      });
      await page.waitForTimeout(50);
      if (atEnd) return;
    }
  }
});

test('the page carries its security policy itself, for hosts that send none', async () => {
  const plain = await serveSite({ headers: {} });
  const { page, complaints, close } = await openPage(stage.browser);
  await page.goto(plain.address, { waitUntil: 'networkidle' });
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toBe(contentSecurityPolicy);
  expect(complaints).toEqual([]);
  await close();
  await plain.close();
});

test('a script that the policy forbids is reported, so that the tests above can fail', async () => {
  const { page, complaints, close } = await openPage(stage.browser);
  await page.goto(stage.site.address);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.forbidden = true';
    document.body.append(script);
  });
  await expect.poll(() => complaints.join('\n')).toContain('script-src');
  expect(await page.evaluate(() => 'forbidden' in globalThis)).toBe(false);
  await close();
});
