import puppeteer from 'puppeteer-core';
import { firefox } from '../../web/build/toolchain.mjs';
import { type PlainBrowser, way, windowSize } from './plain-browser.ts';

export async function launchFirefox(): Promise<PlainBrowser> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox(), headless: true });
  const page = await browser.newPage();
  await page.setViewport(windowSize);
  return {
    name: await browser.version(),
    open: async (address) => {
      await page.goto(address, { waitUntil: 'load' });
    },
    run: (work, ...args) => page.evaluate(work as never, ...(args as readonly unknown[] as never[])),
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (const place of way(from, to)) await page.mouse.move(place.x, place.y);
      await page.mouse.up();
    },
    close: () => browser.close(),
  };
}
