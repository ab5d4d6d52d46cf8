import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../support/chromium.ts';
import { browserAndSite } from './browser-and-site.ts';
import { showFigure } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const stage = browserAndSite();

const windows = [
  [1280, 1100],
  [390, 844],
] as const;

/** The page with an engine that never comes: every figure keeps its poster. */
async function openWaiting(options: BrowserContextOptions) {
  const opened = await openPage(stage.browser, options);
  await opened.page.route('**/*.wasm', () => {}); // no answer
  await opened.page.goto(stage.site.address);
  return opened;
}

interface Seen {
  tag: string;
  /** The picture has come. */
  drawn: boolean;
  alt: string;
  /** Pixels between picture and caption, and above and below both. */
  holes: number[];
}

/** What a reader has of each figure before anything is computed. */
const seenFigures = (page: Page): Promise<Seen[]> =>
  page.locator('main .figure').evaluateAll((figures) =>
    figures.map((figure) => {
      const image = figure.querySelector('img') as HTMLImageElement;
      const [box, picture] = [figure, image].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
      const captions = [...figure.querySelectorAll(':scope > p')].map((p) => p.getBoundingClientRect());
      const [top, bottom] = [captions[0]!.top, captions.at(-1)!.bottom];
      return {
        tag: figure.localName,
        drawn: image.complete && image.naturalWidth > 0 && picture.width > 200 && picture.height > 150,
        alt: image.alt,
        holes: [picture.top - box.top, top - picture.bottom, box.bottom - bottom],
      };
    }),
  );

function expectPictures(figures: readonly Seen[]): void {
  expect(figures.length).toBeGreaterThanOrEqual(12);
  for (const { tag, drawn, alt, holes } of figures) {
    expect(drawn, `${tag} has its picture`).toBe(true);
    expect(alt.length, `${tag} says what is on it`).toBeGreaterThan(20);
    for (const hole of holes) {
      expect(hole, `${tag}: ${holes.join(', ')} px are empty`).toBeGreaterThanOrEqual(-0.5);
      expect(hole, `${tag}: ${holes.join(', ')} px are empty`).toBeLessThan(24);
    }
  }
}

describe.each(windows)('at %i x %i', (width, height) => {
  const viewport = { width, height };

  test('without script every figure is a picture with its caption, and nothing is empty', async () => {
    const { page, complaints, close } = await openPage(stage.browser, { viewport, javaScriptEnabled: false });
    await page.goto(stage.site.address, { waitUntil: 'networkidle' });
    expectPictures(await seenFigures(page));
    const first = await page.locator('hcx-teaser img').evaluate((image: HTMLImageElement) => image.currentSrc);
    expect(first).toContain('-still.svg'); // nothing will move: the run is shown at its end
    expect(complaints).toEqual([]);
    await close();
  });

  test('on paper figures that were never seen are pictures', async () => {
    const { page, close } = await openWaiting({ viewport });
    await page.pdf({ format: 'A4' }); // printing fetches what was not yet
    await page.emulateMedia({ media: 'print' });
    const { length } = await seenFigures(page);
    for (let k = 0; k < length; k++) await expectWaitingIsHidden(page.locator('main .figure').nth(k));
    expectPictures(await seenFigures(page));
    await close();
  });

  test('a poster stands where the drawing will, and nothing moves when it comes', async () => {
    const [waiting, working] = [await openWaiting({ viewport }), await openPage(stage.browser, { viewport })];
    await working.page.goto(stage.site.address);
    for (const { tag } of await seenFigures(waiting.page)) {
      const [poster, drawing] = [await posterBox(waiting.page.locator(tag)), await drawingBox(working.page, tag)];
      for (const key of ['left', 'top', 'width', 'height'] as const) {
        const message = `${tag}: ${key} of the poster is ${poster[key]}, of the drawing ${drawing[key]}`;
        expect(Math.abs(poster[key] - drawing[key]), message).toBeLessThan(2);
      }
    }
    expect([...waiting.complaints, ...working.complaints]).toEqual([]);
    await waiting.close();
    await working.close();
  });

  test('the first screen fetches one poster, a small one', async () => {
    const { page, close } = await openPage(stage.browser, { viewport });
    const posters: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/posters/')) posters.push(request.url());
    });
    await page.goto(stage.site.address, { waitUntil: 'networkidle' });
    expect(posters.length).toBeLessThanOrEqual(1);
    for (const address of posters) expect((await (await fetch(address)).text()).length).toBeLessThan(16_384);
    await close();
  });
});

async function expectWaitingIsHidden(figure: Locator): Promise<void> {
  expect(await figure.locator('.waiting').isVisible()).toBe(false);
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Within its figure, once it has come. */
async function posterBox(figure: Locator): Promise<Box> {
  await figure.scrollIntoViewIfNeeded();
  await eventually(() => figure.locator('.waiting').count()).toBe(1);
  return figure.evaluate(async (element) => {
    const image = element.querySelector('img') as HTMLImageElement;
    await image.decode();
    const [box, { left, top, width, height }] = [element.getBoundingClientRect(), image.getBoundingClientRect()];
    return { left: left - box.left, top: top - box.top, width, height };
  });
}

/** What a figure draws above all else: its drawings, one under the other. */
async function drawingBox(page: Page, name: string): Promise<Box> {
  const figure = await showFigure(page, name.replace('hcx-', ''));
  expect(await figure.locator('.poster').isVisible()).toBe(false);
  return figure.evaluate((element) => {
    const drawings = [...(element.shadowRoot as ShadowRoot).querySelectorAll('svg[width]')];
    const boxes = drawings.map((drawing) => drawing.getBoundingClientRect());
    const { left, top, width } = boxes[0]!;
    const box = element.getBoundingClientRect();
    return { left: left - box.left, top: top - box.top, width, height: boxes.at(-1)!.bottom - top };
  });
}

test('a poster wears the theme that the reader has chosen', async () => {
  const photograph = async (page: Page) => {
    const poster = page.locator('hcx-teaser .poster img');
    await poster.scrollIntoViewIfNeeded();
    await poster.evaluate((image: HTMLImageElement) => image.decode());
    return poster.screenshot();
  };
  const viewport = { width: 1280, height: 1100 };
  const [chosen, system] = [
    await openWaiting({ viewport, colorScheme: 'light' }),
    await openWaiting({ viewport, colorScheme: 'dark' }),
  ];
  const light = await photograph(chosen.page);
  await chosen.page.getByRole('button', { name: 'Dark theme' }).click();
  const dark = await photograph(system.page);
  expect(dark.equals(light)).toBe(false);
  await expect.poll(async () => (await photograph(chosen.page)).equals(dark)).toBe(true);
  await chosen.close();
  await system.close();
});

test('a poster has its colours although its server allows no inline style', async () => {
  const { page, close } = await openWaiting({ viewport: { width: 1280, height: 1100 } });
  const orange = await page.locator('hcx-teaser .poster img').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let k = 0; k < data.length; k += 4) count += data[k + 3]! > 200 && data[k]! - data[k + 2]! > 120 ? 1 : 0;
    return count;
  });
  expect(orange).toBeGreaterThan(500);
  await close();
});
