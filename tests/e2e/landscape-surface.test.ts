import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { dragBy, figurePages, showFigure } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages({ webGL: true });
/** Without motion a picture is what it is at once. */
const still = { reducedMotion: 'reduce' } as const;

const wordsOf = async (mark: Locator) => (await mark.getAttribute('aria-valuetext')) ?? '';

async function openSurface() {
  const opened = await open('landscape', still);
  await opened.figure.getByRole('button', { name: 'Surface', exact: true }).click();
  const stage = opened.figure.locator('.stage');
  await stage.locator('canvas').waitFor();
  return { ...opened, stage };
}

/** What is to be seen of the canvas, once it no longer changes. */
async function picture(page: Page, stage: Locator): Promise<Buffer> {
  for (let before = await stage.screenshot(); ; ) {
    await page.waitForTimeout(200);
    const now = await stage.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
}

/** How many colours a picture has. */
const coloursIn = (page: Page, png: Buffer): Promise<number> =>
  page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const brush = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      brush.drawImage(bitmap, 0, 0);
      return new Set(new Uint32Array(brush.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
    },
    [...png],
  );

test('the surface is drawn, turned by mouse and keys, and put back', async () => {
  const { page, stage, figure, complaints, close } = await openSurface();
  const first = await picture(page, stage);
  expect(await coloursIn(page, first)).toBeGreaterThan(500);

  await stage.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  const turned = await picture(page, stage);
  expect(turned.equals(first)).toBe(false);
  await eventually(() => stage.getAttribute('aria-label')).toContain('turned by 37');

  const box = (await stage.boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 20, { steps: 5 });
  await page.mouse.up();
  const dragged = await picture(page, stage);
  expect(dragged.equals(turned)).toBe(false);

  for (let k = 0; k < 30; k++) await page.keyboard.press('ArrowUp');
  await eventually(() => stage.getAttribute('aria-label')).toContain('seen from 90');
  await figure.getByRole('button', { name: 'Reset view' }).click();
  await page.mouse.move(0, 0);
  await stage.focus();
  expect((await picture(page, stage)).equals(first)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test('a data point and the start are moved on the surface; view and angle survive a reload', async () => {
  const { page, stage, figure, complaints, close } = await openSurface();
  const first = await picture(page, stage);
  const label = figure.locator('[data-index="2"]');
  await dragBy(page, label, 0, 33);
  await eventually(() => wordsOf(label)).not.toContain('label 2.00');
  const y2 = Number(/label ([\d.]+)/.exec(await wordsOf(label))![1]);
  const engine = await createEngine();
  const problem = { X: [[-1], [1]], y: [1, y2], lambda: 0, loss: 'sum' } as const;
  const worst = Math.max(
    ...engine
      .criticalPoints(problem, { width: 2 })
      .filter(({ kind }) => kind === 'local-minimum')
      .map(({ loss }) => loss),
  );
  await eventually(() => figure.locator('.numbers').innerText()).toContain(`loss ${Number(worst.toPrecision(3))}`);
  const moved = await picture(page, stage);
  expect(moved.equals(first)).toBe(false);

  const start = figure.locator('[data-index="0"]');
  const unmoved = await wordsOf(start);
  await dragBy(page, start, -70, 40);
  await eventually(() => wordsOf(start)).not.toBe(unmoved);
  const place = await wordsOf(start);
  const [w1, w2, loss] = place
    .replaceAll('minus ', '-')
    .match(/-?\d+(\.\d+)?(?=,|$)/g)!
    .map(Number);
  const there = engine.evaluate(problem, { W: [[w1!], [w2!]], alpha: [1, 1] });
  expect(loss).toBeCloseTo(there.objective, 1);
  const ring = (await start.locator('.target').boundingBox())!;
  const before = { x: ring.x, y: ring.y };
  await dragBy(page, start, 30, -20);
  await eventually(async () => {
    const after = (await start.locator('.target').boundingBox())!;
    return Math.hypot(after.x - before.x - 30, after.y - before.y + 20);
  }).toBeLessThan(2);
  await start.focus();
  const pressed = await wordsOf(start);
  await page.keyboard.press('Shift+ArrowLeft');
  await eventually(() => wordsOf(start)).not.toBe(pressed);

  await stage.focus();
  await page.keyboard.press('ArrowRight');
  const view = async () => (await stage.getAttribute('aria-label'))!.split('.')[0];
  await eventually(view).toContain('turned by 27');
  const seen = await view();
  await page.reload();
  await showFigure(page, 'landscape');
  await stage.locator('canvas').waitFor();
  await eventually(view).toBe(seen);
  expect(complaints).toEqual([]);
  await close();
});

/** From now on every picture takes so long, the longer the more pixels it has; what widths the canvas gets is noted. */
const slowCard = (stage: Locator) =>
  stage.locator('canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const [full, { clear }] = [canvas.width * canvas.height, WebGL2RenderingContext.prototype];
    WebGL2RenderingContext.prototype.clear = function (mask) {
      const end = performance.now() + (60 * canvas.width * canvas.height) / full;
      while (performance.now() < end);
      clear.call(this, mask);
    };
    const widths = [canvas.width];
    new MutationObserver(() => widths.push(canvas.width)).observe(canvas, { attributeFilter: ['width'] });
    Object.assign(globalThis, { widths });
  });

test.each([
  { motion: 'no-preference', fewer: true },
  { motion: 'reduce', fewer: false },
] as const)(
  'a slow card, motion $motion: fewer pixels while the surface is turned: $fewer; still all',
  async ({ motion, fewer }) => {
    const { page, figure, complaints, close } = await open('landscape', { reducedMotion: motion });
    await figure.getByRole('button', { name: 'Surface', exact: true }).click();
    const stage = figure.locator('.stage');
    await stage.locator('canvas').waitFor();
    await picture(page, stage);
    await slowCard(stage);
    const widths = () => page.evaluate('widths') as Promise<number[]>;
    const [full] = await widths();
    const box = (await stage.boundingBox())!;
    await page.mouse.move(box.x + 60, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 20, { steps: 25 });
    await picture(page, stage);
    const seen = await widths();
    expect(Math.min(...seen) < full!).toBe(fewer);
    expect(seen.at(-1)).toBe(full);
    await page.mouse.up();
    expect(complaints).toEqual([]);
    await close();
  },
);

test('its code is fetched when it is asked for, and WebGL is given back when it is not seen', async () => {
  // In the article the top of the page is far enough away.
  const { page, figure, complaints, close } = await open.inArticle('landscape', still);
  const scripts = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => /\/scene-[^/]*\.js/.test(name)).length,
    );
  expect(await scripts()).toBe(0);
  await figure.getByRole('button', { name: 'Surface', exact: true }).click();
  const canvas = figure.locator('.stage canvas');
  await canvas.waitFor();
  expect(await scripts()).toBe(1);
  const handle = (await canvas.elementHandle())!;
  const lost = () =>
    handle.evaluate((element) => (element as HTMLCanvasElement).getContext('webgl2')?.isContextLost() ?? true);
  expect(await lost()).toBe(false);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await eventually(lost).toBe(true);
  await showFigure(page, 'landscape');
  await canvas.waitFor();
  expect(await coloursIn(page, await picture(page, figure.locator('.stage')))).toBeGreaterThan(500);
  await figure.getByRole('button', { name: 'Contours' }).click();
  await eventually(() => canvas.count()).toBe(0);
  await eventually(() => figure.locator('.relief').count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test('without WebGL the contours stay, and the figure says why', async () => {
  const { page, figure, complaints, close } = await open('landscape', still);
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await figure.getByRole('button', { name: 'Surface', exact: true }).click();
  await eventually(() => figure.locator('.view-note').innerText()).toContain('no WebGL');
  await eventually(() => figure.locator('.relief').count()).toBe(1);
  expect(await figure.getByRole('button', { name: 'Contours' }).getAttribute('aria-pressed')).toBe('true');
  const start = figure.locator('[data-index="0"]');
  const before = await wordsOf(start);
  await dragBy(page, start, -60, 20);
  await eventually(() => wordsOf(start)).not.toBe(before);
  expect(complaints).toEqual([]);
  await close();
});

test('when the browser takes WebGL away, the contours come back', async () => {
  const { stage, figure, complaints, close } = await openSurface();
  await stage.locator('canvas').evaluate((element) => {
    (element as HTMLCanvasElement).getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  });
  await eventually(() => figure.locator('.view-note').innerText()).toContain('took WebGL away');
  await eventually(() => figure.locator('.relief').count()).toBe(1);
  await figure.getByRole('button', { name: 'Surface', exact: true }).click();
  await stage.locator('canvas').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a finger scrolls the page up and down over the surface, and turns it sideways', async () => {
  const { page, figure, complaints, close } = await open('landscape', {
    ...still,
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  });
  await figure.getByRole('button', { name: 'Surface', exact: true }).click();
  const stage = figure.locator('.stage');
  await stage.locator('canvas').waitFor();
  await figure.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const box = (await stage.boundingBox())!;
  const devtools = await page.context().newCDPSession(page);
  const swipe = async (dx: number, dy: number) => {
    const from = { x: box.x + 0.2 * box.width, y: box.y + 0.85 * box.height };
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [from]);
    for (let k = 1; k <= 10; k++) {
      await touch('touchMove', [{ x: from.x + (dx * k) / 10, y: from.y + (dy * k) / 10 }]);
      await page.waitForTimeout(16);
    }
    await touch('touchEnd', []);
    await page.waitForTimeout(300);
  };
  const top = () => page.evaluate(() => Math.round(scrollY));
  const angle = async () => (await stage.getAttribute('aria-label'))!.split('.')[0];
  const [before, seen] = [await top(), await angle()];
  await swipe(120, 0);
  expect(await angle()).not.toBe(seen);
  expect(await top()).toBe(before);
  const turned = await angle();
  await swipe(0, -150);
  expect(await top()).toBeGreaterThan(before + 50);
  expect(await angle()).toBe(turned);
  expect(complaints).toEqual([]);
  await close();
});
