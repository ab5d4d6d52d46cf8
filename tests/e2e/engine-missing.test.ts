import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../support/chromium.ts';
import { browserAndSite } from './browser-and-site.ts';

const stage = browserAndSite();

const truncated = async (route: Route): Promise<void> => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: (await answer.body()).subarray(0, 20_000) });
};

const WAYS: Record<string, (route: Route) => Promise<void>> = {
  'is not there': (route) => route.fulfill({ status: 404, body: 'not found' }),
  'does not come': (route) => route.abort(),
  'comes in part': truncated,
};

async function open(figure: string) {
  const { page, close } = await openPage(stage.browser, { viewport: { width: 1280, height: 1100 } });
  const show = async (name: string) => {
    const element = page.locator(`hcx-${name}`);
    await element.scrollIntoViewIfNeeded();
    await page.waitForSelector('section[data-later]', { state: 'detached' });
    await element.scrollIntoViewIfNeeded();
    return element;
  };
  return { page, close, go: () => page.goto(stage.site.address), show: () => show(figure) };
}

const words = (page: Page, figure: string): Promise<string> =>
  page
    .locator(`hcx-${figure}`)
    .getByRole('alert')
    .innerText()
    .then((text) => text.replace(/\s+/g, ' ').trim());

test.each(Object.keys(WAYS))(
  'a module that %s: that is said plainly under the poster, and another try helps',
  async (way) => {
    const { page, close, go, show } = await open('teaser');
    await page.route('**/hidden-convex-core-*.wasm', WAYS[way]!);
    await go();
    const figure = await show();
    await figure.getByRole('alert').waitFor();
    expect(await words(page, 'teaser')).toBe(
      'This figure failed: the engine that computes it could not be loaded. Check the connection and try again, or reload the page. Try again',
    );
    const poster = figure.locator('.poster img').first();
    expect(await poster.isVisible()).toBe(true);
    expect((await poster.boundingBox())?.height).toBeGreaterThan(200);
    await page.unroute('**/hidden-convex-core-*.wasm');
    await figure.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('hcx-teaser[data-ready]');
    expect(await figure.getByRole('alert').count()).toBe(0);
    await close();
  },
);

test('without the full module the first figure goes on; another says what it lacks and what can be done', async () => {
  const { page, close, go, show } = await open('pattern-count');
  const full = /hidden-convex-(?!core-)[^/]*\.wasm$/;
  await page.route(full, (route) => route.fulfill({ status: 404, body: 'not found' }));
  await go();
  await page.waitForSelector('hcx-teaser[data-ready]');
  const figure = await show();
  await figure.getByRole('alert').waitFor();
  expect(await words(page, 'pattern-count')).toContain('could not be loaded. Check the connection and try again');
  expect(await page.locator('hcx-teaser').getByRole('alert').count()).toBe(0);
  await page.unroute(full);
  await figure.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('hcx-pattern-count[data-ready]');
  await close();
});

test('a worker whose script does not come is told as an engine that could not be loaded', async () => {
  const { page, close, go, show } = await open('teaser');
  await page.route('**/worker-*.js', (route) => route.abort());
  await go();
  const figure = await show();
  await figure.getByRole('alert').waitFor();
  expect(await words(page, 'teaser')).toContain('could not be loaded');
  await page.unroute('**/worker-*.js');
  await figure.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('hcx-teaser[data-ready]');
  await close();
});
