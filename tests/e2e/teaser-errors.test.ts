import { expect, test } from 'vitest';
import { openPage } from '../support/chromium.ts';
import { browserAndSite } from './browser-and-site.ts';
import { eventually, TeaserPage } from './teaser-page.ts';

const stage = browserAndSite();

test('an engine that does not come is said in the frame of the figure, and another try helps', async () => {
  const { page, close } = await openPage(stage.browser);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(stage.site.address);
  const figure = page.locator('hcx-teaser');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('alert').waitFor();
  expect(await figure.getByRole('alert').textContent()).toContain('This figure failed');
  await page.unroute('**/*.wasm');
  await figure.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('hcx-teaser[data-ready]');
  expect(await figure.getByRole('alert').count()).toBe(0);
  await close();
});

test('an argument the engine refuses is said in its words, and the figure stays usable', async () => {
  const teaser = await TeaserPage.open(stage.browser, stage.site.address);
  await teaser.pause();
  await teaser.figure.evaluate((element) => {
    type Settings = { lambda: number };
    const { instance } = element as unknown as { instance: { answer: { set(change: Settings): void } } };
    instance.answer.set({ lambda: -1 });
  });
  await eventually(() => teaser.figure.getByRole('alert').textContent()).toMatch(/lambda is -1, expected/);
  await teaser.slider(/Weight decay/).focus();
  await teaser.page.keyboard.press('End');
  await eventually(() => teaser.figure.getByRole('alert').count()).toBe(0);
  expect(teaser.complaints).toEqual([]);
  await teaser.close();
});

test('stored data that is not ours is ignored', async () => {
  const { page, complaints, close } = await openPage(stage.browser);
  await page.addInitScript(() => localStorage.setItem('hcx:teaser', '{"version":1,"data":{"points":[{"x":"<b>"}]}}'));
  await page.goto(stage.site.address);
  await page.locator('hcx-teaser').scrollIntoViewIfNeeded();
  await page.waitForSelector('hcx-teaser[data-ready]');
  expect(complaints).toEqual([]);
  await close();
});
