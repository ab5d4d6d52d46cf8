import { expect, test } from 'vitest';
import { browserAndSite } from './browser-and-site.ts';
import { TeaserPage } from './teaser-page.ts';
import { type Measured, measureContrast } from './text-contrast.ts';

const SCALE = 2;
const HEIGHT = 2000;

const stage = browserAndSite();

const tooFaint = ({ contrast, large }: Measured): boolean => contrast < (large ? 3 : 4.5);

// What the host page says about its theme, and what the system does: a figure that asked the system by itself would be white on white.
test.each([
  ['light', 'light'],
  ['light', 'dark'],
  ['dark', 'light'],
  ['dark', 'dark'],
] as const)(
  'on a %s page under a %s system all text stands out from what is behind it, by its pixels',
  async (host, system) => {
    const teaser = await TeaserPage.open(stage.browser, stage.site.address, {
      viewport: { width: 1280, height: HEIGHT },
      colorScheme: system,
      deviceScaleFactor: SCALE,
      reducedMotion: 'reduce',
    });
    const { page } = teaser;
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, host);
    const faint: string[] = [];
    let seen = 0;
    for (let top = 0; top < (await page.evaluate(() => document.documentElement.scrollHeight)); top += 0.95 * HEIGHT) {
      await page.evaluate((y) => scrollTo(0, y), top);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('main .figure')].every((figure) => {
          const { top, bottom } = figure.getBoundingClientRect();
          return bottom < 0 || top > innerHeight || figure.hasAttribute('data-ready');
        }),
      );
      await page.waitForTimeout(300);
      const measured = await measureContrast(stage.browser, page, SCALE);
      seen += measured.length;
      faint.push(...measured.filter(tooFaint).map((m) => `${m.where}: ${m.contrast.toFixed(2)} "${m.words}"`));
    }
    expect(seen).toBeGreaterThan(1000);
    expect([...new Set(faint)]).toEqual([]);
    await teaser.close();
  },
  120_000,
);
