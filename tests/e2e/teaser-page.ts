import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from '../support/chromium.ts';

/** Patient: a loaded machine draws few frames. */
export const eventually = <T>(value: () => T) => expect.poll(value, { timeout: 30_000 });

/** Figure 1 on the built page, as a reader meets it. */
export class TeaserPage {
  readonly figure: Locator;

  private constructor(
    readonly page: Page,
    readonly complaints: readonly string[],
    readonly close: () => Promise<void>,
  ) {
    this.figure = page.locator('hcx-teaser');
  }

  static async open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<TeaserPage> {
    const { page, complaints, close } = await openPage(browser, {
      viewport: { width: 1280, height: 1100 },
      ...options,
    });
    const teaser = new TeaserPage(page, complaints, close);
    await page.goto(address);
    await teaser.show();
    return teaser;
  }

  async show(): Promise<void> {
    await this.figure.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await this.page.waitForSelector('hcx-teaser[data-ready]');
  }

  button(name: string | RegExp): Locator {
    return this.figure.getByRole('button', { name });
  }

  slider(name: string | RegExp): Locator {
    return this.figure.locator('.controls').getByRole('slider', { name });
  }

  get scrubber(): Locator {
    return this.figure.getByRole('slider', { name: 'Scrub through the run' });
  }

  point(index: number): Locator {
    return this.figure.locator(`[data-index="${index}"]`);
  }

  async pause(): Promise<void> {
    const pause = this.button('Pause');
    if (await pause.count()) await pause.click();
    await this.settled();
  }

  /** Waits until nothing changes any more. */
  async settled(): Promise<void> {
    let before = '';
    for (;;) {
      const now = await this.figure.evaluate((element) => element.shadowRoot?.textContent ?? '');
      if (now === before) return;
      before = now;
      await this.page.waitForTimeout(150);
    }
  }

  path(line: 'network' | 'optimum'): Promise<string> {
    return this.figure.locator(`.plot path.${line}`).evaluate((path) => path.getAttribute('d') ?? '');
  }

  /** A cell of the table under the figure. */
  async number(row: string | RegExp): Promise<string> {
    const text = await this.figure.getByRole('row', { name: row }).getByRole('cell').innerText();
    return text.replace(/\s/g, '');
  }

  async steps(): Promise<number> {
    const text = await this.figure.getByRole('rowheader', { name: /step/ }).innerText();
    return Number(text.replace(/\D/g, ''));
  }

  async center(of: Locator): Promise<{ x: number; y: number }> {
    const box = await of.locator('.ring').boundingBox();
    if (!box) throw new Error('the point is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async dragPoint(index: number, dx: number, dy: number): Promise<void> {
    const { x, y } = await this.center(this.point(index));
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    for (let k = 1; k <= 8; k++) await this.page.mouse.move(x + (dx * k) / 8, y + (dy * k) / 8);
  }

  /** A finger put down, moved up or down by so many pixels, and lifted. */
  async swipe(from: { x: number; y: number }, dy: number): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [from]);
    for (let k = 1; k <= 10; k++) {
      await touch('touchMove', [{ x: from.x, y: from.y + (dy * k) / 10 }]);
      await this.page.waitForTimeout(16);
    }
    await touch('touchEnd', []);
  }
}
