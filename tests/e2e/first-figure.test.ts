import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPage } from '../support/chromium.ts';
import { browserAndOwnSite } from './browser-and-site.ts';
import { showFigure } from './figure-page.ts';
import { eventually, TeaserPage } from './teaser-page.ts';

/**
 * Bytes, compressed: everything that a reader waits for, the poster (2.5 kB) where it still comes in time, but for fonts and for the
 * article's text, which grows as it is written.
 */
const BUDGET = 161_000;

const stage = browserAndOwnSite();

const modules = () => stage.site.asked.map((file) => basename(file)).filter((name) => name.endsWith('.wasm'));
const isCore = expect.stringMatching(/^hidden-convex-core-/);
const isFull = expect.stringMatching(/^hidden-convex-(?!core-)/);

test('the first figure works on the small module alone', async () => {
  const { page, complaints, close } = await openPage(stage.browser, { viewport: { width: 1280, height: 800 } });
  await page.goto(stage.site.address);
  await page.waitForSelector('hcx-teaser[data-ready]');
  expect(modules()).toEqual([isCore]);
  const waitedFor = [...new Set(stage.site.asked)].filter((file) => !/\.(woff2|html)$/.test(file));
  const bytes = waitedFor.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  expect(bytes).toBeLessThan(BUDGET);
  expect(complaints).toEqual([]);
  await close();
});

test('and goes on working so, while a point is dragged', async () => {
  const before = modules().length;
  const teaser = await TeaserPage.open(stage.browser, stage.site.address, { viewport: { width: 1280, height: 800 } });
  const optimum = await teaser.path('optimum');
  await teaser.dragPoint(3, 0, -60);
  await teaser.page.mouse.up();
  await eventually(() => teaser.path('optimum')).not.toBe(optimum);
  expect(modules().slice(before)).toEqual([isCore]);
  expect(teaser.complaints).toEqual([]);
  await teaser.close();
});

test('a figure that counts patterns brings the full one', async () => {
  const { page, complaints, close } = await openPage(stage.browser, { viewport: { width: 1280, height: 800 } });
  await page.goto(stage.site.address);
  await showFigure(page, 'patterns');
  await eventually(modules).toContainEqual(isFull);
  await page.waitForTimeout(500);
  expect(complaints).toEqual([]);
  await close();
});

test('a link followed before all sections have their place leads to its own', async () => {
  const { page, complaints, close } = await openPage(stage.browser, { viewport: { width: 390, height: 800 } });
  // The figure never works, and the sections go on waiting.
  await page.route(/hidden-convex/, () => {});
  await page.goto(stage.site.address, { waitUntil: 'domcontentloaded' });
  expect(await page.locator('section[data-later]').count()).toBeGreaterThan(5);
  const link = page.locator('.contents a').last();
  await link.click();
  expect(await page.locator('section[data-later]').count()).toBe(0);
  const heading = page.locator((await link.getAttribute('href')) ?? '');
  const top = () => heading.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await page.waitForTimeout(2000); // it scrolls there smoothly
  expect(Math.abs((await top()) - 24)).toBeLessThan(120);
  expect(complaints).toEqual([]);
  await close();
});
