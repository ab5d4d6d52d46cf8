import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
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

/** Every figure, and something the reader can change in it. */
const figures: Record<string, (figure: Locator) => Promise<unknown>> = {
  teaser: slide('Weight decay'),
  certificate: press('Take the chosen neuron away'),
  landscape: slide('Step size'),
  'one-neuron': (figure) => figure.getByRole('group', { name: 'Activation matrix' }).getByRole('button').nth(1).click(),
  product: slide('Weight decay'),
  neurons: press('Draw new ones'),
  activation: press('Add a point'),
  training: slide('Step', 'ArrowRight'),
  patterns: press('Add a point'),
  'pattern-count': slide('Dimension'),
  path: slide('Weight decay', 'ArrowRight'),
  escape: slide('Place on the path'),
};

/** What can be seen in a picture, told by the browser's own parser. */
const lookAt = (page: Page, svg: string) =>
  page.evaluate((text) => {
    const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [...picture.querySelectorAll('*')];
    const count = (selector: string) => picture.querySelectorAll(selector).length;
    return {
      broken: count('parsererror'),
      shapes: count('path, circle, line, rect'),
      texts: [...picture.querySelectorAll('text')].map((element) => element.textContent?.trim()).filter(Boolean).length,
      fonts: count('[font-family*="Source Sans 3"][font-family*="sans-serif"]'),
      title: picture.querySelector('title')?.textContent ?? '',
      caption: picture.querySelector('desc')?.textContent ?? '',
      dependent: all.filter((element) => element.hasAttribute('class') || element.hasAttribute('style')).length,
      width: Number(picture.documentElement.getAttribute('width')),
    };
  }, svg);

test('the list is of all figures on the page', async () => {
  const { page, close } = await open('teaser');
  const tags = await page.evaluate(() => [...document.querySelectorAll('main .figure')].map((e) => e.localName));
  expect(tags.map((tag) => tag.replace('hcx-', '')).sort()).toEqual(Object.keys(figures).sort());
  await close();
});

describe.each(Object.entries(figures))('%s', (name, change) => {
  test('is exported as pictures, numbers and a script, and travels in a link', async () => {
    const { page, figure, complaints, close } = await open(name, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await change(figure);
    await page.waitForTimeout(400);
    const share = await ShareDialog.open(page, figure);

    const picture = await lookAt(page, await share.text('Save as SVG'));
    expect(picture).toMatchObject({ broken: 0, dependent: 0 });
    expect(picture.shapes).toBeGreaterThan(5);
    expect(picture.texts).toBeGreaterThan(3);
    expect(picture.fonts).toBeGreaterThan(0);
    expect(picture.title).not.toBe('');
    expect(picture.caption).toMatch(/^Figure \d+\./);

    const png = await share.saved('Save as PNG');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * picture.width);
    expect(png.bytes.length).toBeGreaterThan(15_000);

    for (const button of await share.dialog.getByRole('button', { name: /^Save as CSV/ }).all()) {
      const label = (await button.getAttribute('aria-label')) ?? '';
      const [head, ...rows] = (await share.text(label)).trimEnd().split('\r\n');
      expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([head!.split(',').length]));
    }
    if (await share.dialog.getByRole('button', { name: 'Save a script' }).count()) {
      expect(complaintsOfPython(await share.text('Save a script'))).toBe('');
    }

    await share.dialog.getByRole('button', { name: 'Copy the link' }).click();
    await eventually(() => share.dialog.getByRole('status').textContent()).toBe('Copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(await share.link());
    const { state } = await share.state();
    await close();

    const other = await open(name, {}, new URL(link).hash);
    await eventually(() => inSight(other.figure)).toBe(true);
    const again = await ShareDialog.open(other.page, other.figure);
    expect((await again.state()).state).toEqual(state);
    expect(await other.page.evaluate((key) => localStorage.getItem(key), `hcx:${name}`)).toBe(null);
    expect([...complaints, ...other.complaints]).toEqual([]);
    await other.close();
  });
});

const inSight = (figure: Locator): Promise<boolean> =>
  figure.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top > -5 && top < innerHeight / 2;
  });

/** What Python, if there is one, has against a script. */
function complaintsOfPython(script: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'hcx-')), 'script.py');
  writeFileSync(file, script);
  const { error, stderr } = spawnSync('python3', ['-m', 'py_compile', file], { encoding: 'utf8' });
  return error ? '' : stderr;
}

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
  const { page, figure, close } = await open('pattern-count');
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
  const alone = await open('patterns', { viewport: { width: 390, height: 700 } }, path);
  expect(await alone.page.locator('.figure').count()).toBe(1);
  expect(await alone.figure.locator('.count').textContent()).toContain('10 patterns');
  expect(await alone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(alone.complaints).toEqual([]);
  await alone.page.goto(address.href.replace(/figure=.*/, 'figure=none'));
  expect(await alone.page.getByRole('link', { name: 'certificate' }).count()).toBe(1);
  await alone.close();
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(tag: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run('hcx-certificate')).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      );
    });
    expect(violations).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(
      true,
    );
    expect(complaints).toEqual([]);
    await close();
  },
);
