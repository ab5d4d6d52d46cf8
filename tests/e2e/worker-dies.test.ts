import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../support/chromium.ts';
import { browserAndSite } from './browser-and-site.ts';
import { showFigure, textOf } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const stage = browserAndSite();

interface Doom {
  /** The call at which the worker dies. */
  method: string;
  times: number;
  died: number;
}
type Doomed = { doom: Doom };

/** Runs in the page, before its own scripts: workers die when they are asked for what they are doomed to die at. */
function mortalWorkers(): void {
  const doomed = globalThis as unknown as Doomed;
  doomed.doom = { method: '', times: 0, died: 0 };
  globalThis.Worker = class extends Worker {
    override postMessage(message: { method?: string }, ...rest: never[]): void {
      const { doom } = doomed;
      if (message.method === doom.method && doom.died < doom.times) {
        doom.died++;
        const error = new ErrorEvent('error', { message: 'out of memory', cancelable: true });
        setTimeout(() => this.dispatchEvent(error));
      } else super.postMessage(message, ...rest);
    }
  };
}

const doom = (page: Page, method: string, times: number): Promise<void> =>
  page.evaluate(
    (fate) => {
      (globalThis as unknown as Doomed).doom = { ...fate, died: 0 };
    },
    { method, times },
  );
const deaths = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as Doomed).doom.died);

const steps = async (figure: Locator): Promise<number> =>
  Number((await figure.getByRole('rowheader', { name: /step/ }).innerText()).replace(/\D/g, ''));

test('in mid-run: the run goes on from where it was, with what the reader has set', async () => {
  const { page, complaints, close } = await openPage(stage.browser, { viewport: { width: 1280, height: 1100 } });
  await page.addInitScript(mortalWorkers);
  await page.goto(stage.site.address);
  await page.waitForSelector('hcx-teaser[data-ready]');
  const figure = page.locator('hcx-teaser');
  await figure
    .locator('.controls')
    .getByRole('slider', { name: /Weight decay/ })
    .focus();
  for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight');
  const kept = await page.evaluate(() => localStorage.getItem('hcx:teaser'));
  await eventually(() => steps(figure)).toBeGreaterThan(5000);
  await doom(page, 'stepFor', 1);
  await eventually(() => deaths(page)).toBe(1);
  const then = await steps(figure);
  await eventually(() => steps(figure)).toBeGreaterThan(then + 2000);
  expect(await figure.getByRole('alert').count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('hcx:teaser'))).toBe(kept);
  expect(complaints).toEqual([]);
  await close();
});

test('at one request: another worker answers it', async () => {
  const { page, complaints, close } = await openPage(stage.browser, { viewport: { width: 1280, height: 1100 } });
  await page.addInitScript(mortalWorkers);
  await page.goto(stage.site.address);
  const figure = await showFigure(page, 'landscape');
  await doom(page, 'basins', 1);
  await figure.getByRole('button', { name: 'Where does each start end?' }).click();
  await eventually(() => textOf(figure, '.numbers')).toContain('starts that end there');
  expect(await deaths(page)).toBe(1);
  expect(await figure.getByRole('alert').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('again and again: the figure says so and keeps its picture, and can be used when workers live', async () => {
  const { page, complaints, close } = await openPage(stage.browser, { viewport: { width: 1280, height: 1100 } });
  await page.addInitScript(mortalWorkers);
  await page.goto(stage.site.address);
  const figure = await showFigure(page, 'landscape');
  const stepSize = figure.getByRole('slider', { name: 'Step size' });
  await stepSize.focus();
  await page.keyboard.press('ArrowRight');
  const set = await stepSize.getAttribute('aria-valuetext');
  await doom(page, 'basins', Number.POSITIVE_INFINITY);
  await figure.getByRole('button', { name: 'Where does each start end?' }).click();
  await figure.getByRole('alert').waitFor();
  expect((await textOf(figure, '.trouble')).replace(/ Try again$/, '')).toBe(
    'This figure failed: the engine broke off (out of memory). What you have set is kept, and the other figures are not affected.',
  );
  expect(await figure.locator('svg.drawing').isVisible()).toBe(true);
  expect(await deaths(page)).toBe(2);
  await doom(page, '', 0);
  await figure.getByRole('button', { name: 'Try again' }).click();
  await eventually(() => textOf(figure, '.numbers')).toContain('starts that end there');
  expect(await figure.getByRole('alert').count()).toBe(0);
  expect(await stepSize.getAttribute('aria-valuetext')).toBe(set);
  expect(complaints).toEqual([]);
  await close();
});

test('the first figure, after a failure that it has told, runs again with the same points and settings', async () => {
  const { page, close } = await openPage(stage.browser, { viewport: { width: 1280, height: 1100 } });
  await page.addInitScript(mortalWorkers);
  await page.goto(stage.site.address);
  await page.waitForSelector('hcx-teaser[data-ready]');
  const figure = page.locator('hcx-teaser');
  const decay = figure.locator('.controls').getByRole('slider', { name: /Weight decay/ });
  await decay.focus();
  for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight');
  const set = await decay.getAttribute('aria-valuetext');
  await doom(page, 'stepFor', 2);
  await figure.getByRole('alert').waitFor();
  await figure.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => figure.getByRole('alert').count()).toBe(0);
  expect(await decay.getAttribute('aria-valuetext')).toBe(set);
  await figure.getByRole('button', { name: 'Play' }).click();
  await eventually(() => steps(figure)).toBeGreaterThan(1000);
  await close();
});
