import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserAndSite } from '../browser-and-site.ts';
import { TeaserPage } from '../teaser-page.ts';
import { glance, type Measured, measureContrast } from '../text-contrast.ts';

const SCALE = 2;
const HEIGHT = 2000;

/** Milliseconds for the figures of a window: some train many networks first, and the machine may be busy. */
const PATIENCE = 180_000;

const stage = browserAndSite();

const tooFaint = ({ contrast, large }: Measured): boolean => contrast < (large ? 3 : 4.5);

const other = { light: 'dark', dark: 'light' } as const;

/** Every part of the page in turn, with its figures at work. */
async function throughThePage(page: Page, look: () => Promise<void>): Promise<void> {
  for (let top = 0; top < (await page.evaluate(() => document.documentElement.scrollHeight)); top += 0.95 * HEIGHT) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('main .figure')].every((figure) => {
          const { top, bottom } = figure.getBoundingClientRect();
          return bottom < 0 || top > innerHeight || figure.hasAttribute('data-ready');
        }),
      undefined,
      { timeout: PATIENCE },
    );
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await page.waitForTimeout(300); // figures that have just come find their places
    await look();
  }
}

// What the host page says about its theme, and what the system does: a figure that asked the system by itself would be white on
// white. The page opens under a system that disagrees; under one that agrees it must be the same to the pixel, or is measured too.
test.each(['light', 'dark'] as const)(
  'on a %s page under either system all text stands out from what is behind it, by its pixels',
  async (host) => {
    const teaser = await TeaserPage.open(stage.browser, stage.site.address, {
      viewport: { width: 1280, height: HEIGHT },
      colorScheme: other[host],
      deviceScaleFactor: SCALE,
      reducedMotion: 'reduce',
    });
    const { page } = teaser;
    // As the reader chooses it: a theme of the page's own making would follow the system as soon as that changes.
    await page.evaluate((theme) => localStorage.setItem('hcx:theme', theme), host);
    await page.reload();
    const faint: string[] = [];
    let seen = 0;
    const measure = async (system: string): Promise<void> => {
      const measured = await measureContrast(stage.browser, page, SCALE);
      if (system !== host) seen += measured.length;
      const told = ({ where, contrast, words }: Measured) =>
        `${system} system, ${where}: ${contrast.toFixed(2)} "${words}"`;
      faint.push(...measured.filter(tooFaint).map(told));
    };
    await throughThePage(page, async () => {
      await measure(other[host]);
      const disagreeing = await glance(page);
      await page.emulateMedia({ colorScheme: host });
      if (!(await glance(page)).equals(disagreeing)) await measure(host);
      await page.emulateMedia({ colorScheme: other[host] });
    });
    expect(seen).toBeGreaterThan(1000);
    expect([...new Set(faint)]).toEqual([]);
    await teaser.close();
  },
  600_000, // a loaded machine takes its time for pictures of a whole page
);
