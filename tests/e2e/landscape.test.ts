import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../web/engine/index.ts';
import { launchChromium, openPage } from '../support/chromium.ts';
import { type Site, serveSite } from '../support/site.ts';
import { eventually } from './teaser-page.ts';

let browser: Browser;
let site: Site;
let engine: Engine;
beforeAll(async () => {
  [browser, site, engine] = await Promise.all([launchChromium(), serveSite(), createEngine()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const words = async (element: Locator) => (await element.textContent())?.replace(/\s+/g, ' ');

async function show(options: Parameters<typeof openPage>[1] = {}) {
  const { page, complaints, close } = await openPage(browser, { viewport: { width: 1280, height: 1100 }, ...options });
  await page.goto(site.address);
  const figure = page.locator('hcx-landscape');
  await figure.scrollIntoViewIfNeeded();
  await page.waitForSelector('hcx-landscape[data-ready]');
  const outcome = () => words(figure.locator('.outcome'));
  const stability = () => words(figure.locator('.stability'));
  return { page, figure, complaints, close, outcome, stability };
}

test('the three kinds of minima, their losses and thresholds are the engine’s', async () => {
  const { figure, complaints, close } = await show();
  const { X, y } = engine.dataset('two-points');
  const sets = engine.criticalPoints({ X, y, lambda: 0 }, { width: 2, alpha: [1, 1] });
  const minima = sets.filter(({ kind }) => kind.endsWith('minimum'));
  const told = new Map(minima.map(({ loss, stableStepSize }) => [loss, stableStepSize]));
  expect([...told.keys()].sort()).toEqual([0, 1, 4]); // y1^2 and y2^2
  expect([told.get(0), told.get(1), told.get(4)]).toEqual([1, 0.5, 0.5]);
  const rows = await figure.locator('table tr').allTextContents();
  const shown = rows.map((row) => row.replace(/\s+/g, ' '));
  for (const [loss, step] of told) {
    expect(shown.some((row) => row.includes(`loss ${loss}`) && row.trim().endsWith(String(step)))).toBe(true);
  }
  expect(complaints).toEqual([]);
  await close();
});

test('a start dragged into another quadrant ends elsewhere; steps above one half leave the valley', async () => {
  const { page, figure, complaints, close, outcome, stability } = await show();
  await eventually(outcome).toContain('stuck at loss 1');
  await eventually(stability).toContain('below 0.5');
  const ring = (await page.locator('hcx-landscape [data-index="0"]').boundingBox())!;
  const [x, y] = [ring.x + ring.width / 2, ring.y + ring.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 150, { steps: 6 });
  await page.mouse.up();
  await eventually(outcome).toContain('finds the optimum, loss 0');
  await figure.getByRole('button', { name: 'Reset' }).click();
  await eventually(outcome).toContain('stuck at loss 1');
  await figure.getByRole('slider', { name: 'Step size' }).focus();
  for (let k = 0; k < 60; k++) await page.keyboard.press('ArrowRight');
  await eventually(stability).toContain('above 0.5: minima with loss 1 and 4 cannot hold the descent');
  await eventually(outcome).not.toContain('stuck');
  expect(complaints).toEqual([]);
  await close();
});

test('the starts are mapped, and a path that never climbs leads out of the valley', async () => {
  const { page, figure, complaints, close } = await show({ viewport: { width: 390, height: 800 }, hasTouch: true });
  await figure.getByRole('button', { name: 'Where does each start end?' }).tap();
  await eventually(() => figure.locator('table').textContent()).toContain('%');
  await figure.getByRole('button', { name: 'Show a path that never climbs' }).tap();
  await eventually(() => words(figure.locator('.path-words'))).toContain('leads down to loss 0 and climbs nowhere');
  const start = figure.locator('[data-index="0"]');
  await start.focus();
  const before = await start.getAttribute('aria-valuetext');
  await page.keyboard.press('Shift+ArrowLeft');
  await eventually(() => start.getAttribute('aria-valuetext')).not.toBe(before);
  expect(complaints).toEqual([]);
  await close();
});
