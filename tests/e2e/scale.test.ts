import { expect, test } from 'vitest';
import { figurePages } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

test('the presets are the ends of the slider, with their step sizes', async () => {
  const { figure, close, complaints } = await open('scale');
  const slider = (name: string) => figure.getByLabel(name, { exact: true });
  await figure.getByRole('button', { name: 'The original’s large start' }).click();
  await eventually(() => slider('Step size').getAttribute('aria-valuetext')).toBe('0.0020');
  await eventually(() => figure.locator('.claim').textContent()).toContain('8 patterns');
  await figure.getByRole('button', { name: 'Small start' }).click();
  await eventually(() => slider('Step size').getAttribute('aria-valuetext')).toBe('0.10');
  expect(complaints).toEqual([]);
  await close();
});

test('a thousand neurons play without holding up the page', async () => {
  const { page, figure, close } = await open('scale');
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { long: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const before = await figure.locator('.neurons').getAttribute('d');
  await figure.getByRole('button', { name: 'Play' }).click();
  await eventually(() => figure.locator('.neurons').getAttribute('d')).not.toBe(before);
  await page.waitForTimeout(1500);
  // None is seen on a machine that is at rest; a busy one may hold up the browser.
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
  expect(long.filter((duration) => duration > 100).length).toBeLessThan(3);
  await close();
});
