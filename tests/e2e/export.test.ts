import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { axeSource, axeViolations } from './axe.ts';
import { figurePages, showFigure, textOf } from './figure-page.ts';
import { columnsOf, ShareDialog } from './share-dialog.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

const press = (name: string | RegExp) => (figure: Locator) => figure.getByRole('button', { name }).first().click();
const slide =
  (name: string, key: 'ArrowLeft' | 'ArrowRight' = 'ArrowLeft') =>
  async (figure: Locator) => {
    await figure.getByRole('slider', { name }).first().focus();
    for (let k = 0; k < 3; k++) await figure.page().keyboard.press(key);
  };

test('the certificate’s table is the engine’s to the last digit, in the file and for a reader', async () => {
  const { page, figure, close } = await open('certificate');
  const share = await ShareDialog.open(page, figure);
  const engine = await createEngine();
  const { X, y, bias } = engine.dataset('teaser');
  const problem = { X, y, bias, lambda: 3e-4, loss: 'mean' } as const;
  const { W, alpha } = engine.solve(problem, { tolerance: 1e-11 });
  const { objective, lowerBound } = engine.certify(problem, { W, alpha });
  const table = columnsOf(await share.text('Save as CSV: Certificate'));
  expect(table).toMatchObject({ objective: [objective], lowerBound: [lowerBound] });
  const curve = engine.certificateCurve(problem, { W, alpha }, { samples: 240 });
  const response = columnsOf(await share.text('Save as CSV: Response of every direction'));
  expect(response).toEqual({ angle: [...curve.angle], response: [...curve.response] });
  await share.dialog.locator('summary').first().click();
  const cells = share.dialog.getByRole('region', { name: 'Certificate' }).getByRole('cell');
  expect(Number(await cells.first().textContent())).toBeCloseTo(objective, 6);
  await close();
});

test('the counts are exact, and so is the script’s', async () => {
  const { page, figure, close } = await open('pattern-count');
  const share = await ShareDialog.open(page, figure);
  const engine = await createEngine();
  expect(await share.text('Save as CSV: Patterns')).toBe(`n,d,patterns\r\n100,10,${engine.countPatterns(100, 10)}\r\n`);
  const growth = engine.patternGrowth(200, 10);
  const logs = columnsOf(await share.text('Save as CSV: Powers of ten'));
  expect(logs.patterns).toEqual([...growth.count]);
  expect(await share.text('Save a script')).toContain(`count = ${engine.countPatterns(100, 10)} `);
  await close();
});

test.each([
  ['%%%', 'damaged'],
  [Buffer.from('{"version":1,"state":{"lambda":7}}').toString('base64url'), 'settings that this figure does not have'],
  [Buffer.from('{"version":99,"state":{}}').toString('base64url'), 'another version'],
])('a link that holds %s is told, and the figure works', async (payload, words) => {
  const { figure, page, complaints, close } = await open('certificate', {}, `#certificate=${payload}`);
  expect(await figure.locator('.note').textContent()).toContain(words);
  const share = await ShareDialog.open(page, figure);
  expect((await share.state()).state).toEqual({ lambda: 3e-4, neurons: null });
  expect(complaints).toEqual([]);
  await close();
});

test('a link followed within the page shows its state, and the reader’s own is kept until they change something', async () => {
  const { page, figure, close } = await open.inArticle('pattern-count');
  await slide('Dimension')(figure);
  const own = await page.evaluate(() => localStorage.getItem('hcx:pattern-count'));
  const payload = Buffer.from('{"version":1,"state":{"n":7,"d":3}}').toString('base64url');
  await page.evaluate((hash) => location.assign(hash), `#pattern-count=${payload}`);
  await eventually(() => figure.locator('.claim').textContent()).toContain('7 points in dimension 3');
  expect(await page.evaluate(() => localStorage.getItem('hcx:pattern-count'))).toBe(own);
  await slide('Dimension')(figure);
  expect(await page.evaluate(() => localStorage.getItem('hcx:pattern-count'))).not.toBe(own);
  expect(await page.evaluate(() => location.hash)).toBe('');
  await page.reload();
  expect(await textOf(await showFigure(page, 'pattern-count'), '.claim')).toContain('7 points in dimension 1');
  await close();
});

test('a saved state is loaded; what is none is refused by name, and nothing is lost', async () => {
  const { page, figure, complaints, close } = await open('certificate');
  await slide('Weight decay')(figure);
  await page.waitForTimeout(300);
  const share = await ShareDialog.open(page, figure);
  const saved = await share.text('Save as JSON');
  const good = JSON.parse(saved);
  const refused = [
    ['not JSON', 'not JSON'],
    ['[1, 2]', '“figure” is missing'],
    [JSON.stringify({ ...good, figure: 'path' }), 'from the figure “path”'],
    [JSON.stringify({ ...good, version: 9 }), 'version 9'],
    [JSON.stringify({ ...good, state: { lambda: 7, neurons: null } }), '“lambda” cannot be 7'],
    [JSON.stringify({ ...good, state: { neurons: null } }), '“lambda” is missing'],
  ];
  for (const [content, words] of refused) {
    await share.load('a.json', content!);
    await eventually(() => share.dialog.getByRole('alert').textContent()).toContain(words);
  }
  expect(await share.text('Save as JSON')).toBe(saved);
  const wanted = { lambda: 0.01, neurons: { angle: [0.5], weight: [0.2] } };
  await share.load('a.json', JSON.stringify({ ...good, state: wanted }));
  await eventually(() => figure.locator('.note').textContent()).toContain('a.json');
  await page.waitForTimeout(300);
  expect((await (await ShareDialog.open(page, figure)).state()).state).toEqual(wanted);
  await page.reload();
  const after = await ShareDialog.open(page, await showFigure(page, 'certificate'));
  expect((await after.state()).state).toEqual(wanted);
  expect(complaints).toEqual([]);
  await close();
});

test('figure 1 starts anew with a loaded state, and pasted text is as good as a file', async () => {
  const { page, figure, close } = await open('teaser');
  const share = await ShareDialog.open(page, figure);
  const { state, ...rest } = await share.state();
  const points = (state.points as { x: number; y: number }[]).slice(0, 6);
  const text = JSON.stringify({ ...rest, state: { ...state, points } });
  await share.dialog.evaluate((dialog, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    dialog.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await eventually(() => figure.locator('.point').count()).toBe(6);
  const again = await ShareDialog.open(page, figure);
  expect((await again.state()).state.points).toEqual(points);
  await close();
});

test('a canvas in a figure is in its picture', async () => {
  const { page, figure, close } = await open('pattern-count');
  await figure.evaluate((element) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 100 });
    const paint = canvas.getContext('2d')!;
    paint.fillStyle = 'rgb(255, 0, 255)';
    paint.fillRect(0, 0, 300, 100);
    element.shadowRoot!.prepend(canvas);
  });
  const share = await ShareDialog.open(page, figure);
  expect(await share.text('Save as SVG')).toMatch(/<image [^>]*href="data:image\/png;base64,/);
  const png = (await share.saved('Save as PNG')).bytes.toString('base64');
  const corner = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const paint = document.createElement('canvas').getContext('2d')!;
    paint.drawImage(image, -100, -100);
    return [...paint.getImageData(0, 0, 1, 1).data];
  }, png);
  expect(corner).toEqual([255, 0, 255, 255]);
  await close();
});

test('an embedded figure is alone, in the state of its code, under the same policy', async () => {
  const { page, figure, close } = await open('patterns');
  await press('Add a point')(figure);
  await page.waitForTimeout(300);
  const snippet = await (await ShareDialog.open(page, figure)).snippet();
  expect(snippet).toMatch(/^<iframe [^>]*title="Figure \d+, Hidden convexity"[^>]*loading="lazy"[^>]*><\/iframe>$/);
  const address = new URL(/src="([^"]+)"/.exec(snippet)![1]!.replaceAll('&amp;', '&'));
  const path = `${address.pathname.split('/').at(-1)}${address.search}${address.hash}`;
  await close();
  const alone = await open.onPage('patterns', { viewport: { width: 390, height: 700 } }, path);
  expect(await alone.page.locator('.figure').count()).toBe(1);
  expect(await alone.figure.locator('.count').textContent()).toContain('10 patterns');
  expect(await alone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(alone.complaints).toEqual([]);
  await alone.page.goto(address.href.replace(/figure=.*/, 'figure=none'));
  expect(await alone.page.getByRole('link', { name: 'certificate' }).count()).toBe(1);
  await alone.close();
});

test.each([
  [1280, 'light'],
  [320, 'dark'],
] as const)(
  'the dialog at %i px, %s: by keyboard, with room for a finger, nothing for axe',
  async (width, colorScheme) => {
    const { page, figure, complaints, close } = await open('certificate', {
      viewport: { width, height: 700 },
      colorScheme,
    });
    const button = figure.getByRole('button', { name: 'Share and export' });
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = figure.getByRole('dialog', { name: 'Share and export' });
    await dialog.locator('summary').first().waitFor();
    await dialog.locator('summary').first().click();
    for (const target of await dialog.locator('button, .action, summary, input[type="text"]').all()) {
      const { width: w, height: h } = (await target.boundingBox())!;
      expect(Math.min(w, h), (await target.textContent()) ?? '').toBeGreaterThanOrEqual(43.5);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(axeSource);
    expect(await axeViolations(page, 'hcx-certificate')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(
      true,
    );
    expect(complaints).toEqual([]);
    await close();
  },
);
