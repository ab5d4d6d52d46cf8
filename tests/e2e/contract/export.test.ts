import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { figureNames } from '../../support/figure-folders.ts';
import { figurePages } from '../figure-page.ts';
import { ShareDialog } from '../share-dialog.ts';
import { eventually } from '../teaser-page.ts';

const open = figurePages();

/** The reader moves the sliders of the form, then those of the drawing, until the figure keeps something of it. */
async function changeSomething(page: Page, figure: Locator, name: string): Promise<void> {
  const kept = () => page.evaluate((key) => localStorage.getItem(key), `hcx:${name}`);
  const sliders = [...(await figure.locator('input[type="range"]').all()), ...(await figure.getByRole('slider').all())];
  for (const slider of sliders) {
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await slider.press(key);
    if ((await kept()) !== null) return;
  }
  await eventually(kept).not.toBeNull();
}

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

test('the folders are of all figures on the page', async () => {
  const { page, close } = await open.inArticle('teaser');
  const tags = await page.evaluate(() => [...document.querySelectorAll('main .figure')].map((e) => e.localName));
  expect(tags.map((tag) => tag.replace('hcx-', '')).sort()).toEqual([...figureNames].sort());
  await close();
});

test.each(figureNames)('%s is exported as pictures, numbers and a script, and travels in a link', async (name) => {
  const { page, figure, complaints, close } = await open(name, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await changeSomething(page, figure, name);
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

  const other = await open.inArticle(name, {}, new URL(link).hash);
  await eventually(() => inSight(other.figure)).toBe(true);
  const again = await ShareDialog.open(other.page, other.figure);
  expect((await again.state()).state).toEqual(state);
  expect(await other.page.evaluate((key) => localStorage.getItem(key), `hcx:${name}`)).toBe(null);
  expect([...complaints, ...other.complaints]).toEqual([]);
  await other.close();
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
