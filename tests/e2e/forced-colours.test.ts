import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { figurePages } from './figure-page.ts';
import { measureContrast } from './text-contrast.ts';

const openFigure = figurePages();

const open = (name: string, colorScheme: 'light' | 'dark') =>
  openFigure(name, { viewport: { width: 1280, height: 1300 }, forcedColors: 'active', colorScheme });

/** Contrasts along the middle of a slider from left to right, each pixel against the corner, which is paper. */
async function alongTrack(page: Page, slider: Locator): Promise<number[]> {
  const picture = (await slider.screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const luminance = (x: number, y: number): number => {
      const [red, green, blue] = [...context.getImageData(x, y, 1, 1).data].map((value) => (value / 255) ** 2.2);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = luminance(0, 0);
    const contrast = (x: number, y: number): number => {
      const [dark, light] = [paper, luminance(x, y)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const middle = Math.floor(image.height / 2);
    return Array.from({ length: image.width }, (_, x) =>
      Math.max(...[-1, 0, 1].map((off) => contrast(x, middle + off))),
    );
  }, picture);
}

test.each([
  ['teaser', 'light'],
  ['teaser', 'dark'],
  ['product', 'light'],
  ['product', 'dark'],
] as const)('%s, %s: sliders show where their thumbs can go', async (name, scheme) => {
  const { page, figure, close } = await open(name, scheme);
  for (const slider of await figure.locator('input[type="range"]').all()) {
    const contrasts = await alongTrack(page, slider);
    const told = contrasts.filter((contrast) => contrast >= 3).length / contrasts.length;
    expect(told, (await slider.getAttribute('aria-label')) ?? '').toBeGreaterThan(0.9);
  }
  await close();
});

test.each([
  ['landscape', 'light'],
  ['landscape', 'dark'],
  ['training', 'light'],
  ['patterns', 'dark'],
] as const)('%s, %s: the words of a pressed button can be read', async (name, scheme) => {
  const { page, figure, browser, close } = await open(name, scheme);
  const pressed = figure.locator('button[aria-pressed="true"]').first();
  await pressed.scrollIntoViewIfNeeded();
  const words = (await pressed.evaluate((button) => button.textContent ?? '')).trim();
  const box = await pressed.boundingBox();
  const inside = (await measureContrast(browser, page, 1)).filter(
    ({ box: [x, y] }) => box && x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height,
  );
  expect(inside.length, words).toBeGreaterThan(0);
  for (const { contrast } of inside) expect(contrast, words).toBeGreaterThan(4.5);
  await close();
});

test.each(['landscape', 'training', 'patterns'])(
  '%s: in the colours of the system a pressed button is told from the others',
  async (name) => {
    const { figure, close } = await openFigure(name, { forcedColors: 'active' });
    const fills = (pressed: boolean) =>
      figure
        .locator(`button[aria-pressed="${pressed}"]`)
        .evaluateAll((buttons) =>
          buttons.map((button) => getComputedStyle(button).backgroundColor.match(/\d+/g)?.slice(0, 3).join()),
        );
    const [pressed, others] = [await fills(true), await fills(false)];
    expect(pressed.length).toBeGreaterThan(0);
    for (const fill of pressed) expect(others).not.toContain(fill);
    await close();
  },
);
