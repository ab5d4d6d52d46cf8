import { describe, expect, test } from 'vitest';
import { openPage } from '../support/chromium.ts';
import { figureNames } from '../support/figure-folders.ts';
import { browserAndSite } from './browser-and-site.ts';
import { showFigure } from './figure-page.ts';
import { misplacedLabels } from './labels.ts';
import { TeaserPage } from './teaser-page.ts';

describe('with letters of 24 pixels instead of 16', () => {
  const stage = browserAndSite({ letters: 24 });
  const small = { viewport: { width: 390, height: 844 } };

  test.each([390, 768])('at %i pixels the labels of every figure have their places', async (width) => {
    const { page, complaints, close } = await openPage(stage.browser, { viewport: { width, height: 844 } });
    await page.goto(stage.site.address);
    for (const name of figureNames) expect(await misplacedLabels(await showFigure(page, name)), name).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the losses of the minima are not under the patterns of the corners', async () => {
    const { page, close } = await openPage(stage.browser, small);
    await page.goto(stage.site.address);
    const figure = await showFigure(page, 'landscape');
    const boxesOf = (selector: string) =>
      figure.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    const patterns = await boxesOf('.pattern rect');
    expect(patterns).toHaveLength(4);
    for (const value of await boxesOf('text.value')) {
      const air = value.height / 5;
      for (const { left, right, top, bottom } of patterns) {
        const apart = value.left > right || value.right < left;
        expect(apart || value.top + air > bottom || value.bottom - air < top).toBe(true);
      }
    }
    await close();
  });

  test('the labels are larger as well', async () => {
    const { page, close } = await openPage(stage.browser, small);
    await page.goto(stage.site.address);
    const label = (await showFigure(page, 'escape')).locator('text.name');
    const box = await label.boundingBox();
    expect(box?.height).toBeGreaterThan(1.2 * 16); // of a line of 0.8 rem
    await close();
  });

  test('a point follows the pointer, and the scrubber lies under its axis', async () => {
    const teaser = await TeaserPage.open(stage.browser, stage.site.address, small);
    await teaser.pause();
    const centre = async (index: number) => {
      const box = await teaser.figure.locator(`[data-index="${index}"] .ring`).boundingBox();
      if (!box) throw new Error('the point is not drawn');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const from = await centre(3);
    await teaser.dragPoint(3, 0, -60);
    await expect.poll(async () => Math.abs((await centre(3)).y - (from.y - 60))).toBeLessThan(2);
    await teaser.page.mouse.up();
    const axis = await teaser.figure.locator('.strip .grab').boundingBox();
    const track = await teaser.figure.locator('.scrubber').boundingBox();
    expect(Math.abs((track?.x ?? 0) - (axis?.x ?? 99))).toBeLessThan(1);
    expect(Math.abs((track?.width ?? 0) - (axis?.width ?? 99))).toBeLessThan(1);
    await teaser.close();
  });

  test('margin notes need a wider margin: without room for it they are folded, and nothing scrolls sideways', async () => {
    const { page, close } = await openPage(stage.browser, { viewport: { width: 1280, height: 844 } });
    await page.goto(stage.site.address);
    await showFigure(page, 'escape');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    await close();
  });
});

describe('with the page twice as large', () => {
  const stage = browserAndSite();

  test('the labels of every figure have their places', async () => {
    const { page, complaints, close } = await openPage(stage.browser, {
      viewport: { width: 640, height: 550 },
      deviceScaleFactor: 2,
    });
    await page.goto(stage.site.address);
    for (const name of figureNames) expect(await misplacedLabels(await showFigure(page, name)), name).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
