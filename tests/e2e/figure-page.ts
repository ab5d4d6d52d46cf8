import type { Locator, Page } from 'playwright-core';

/** The page with one figure in sight and drawn. */
export async function openFigure(page: Page, address: string, name: string): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator(`hcx-${name}`);
  await figure.scrollIntoViewIfNeeded();
  await page.waitForSelector(`hcx-${name}[data-ready]`);
  // Figures above may have grown when their code came.
  await figure.scrollIntoViewIfNeeded();
  return figure;
}

/** The text of the first element of this selector, its whitespace tidied. */
export const textOf = async (figure: Locator, selector: string): Promise<string> =>
  ((await figure.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();

/** By mouse from the middle of a mark, in several moves, and lets the figure draw the result. */
export async function dragBy(page: Page, mark: Locator, x: number, y: number): Promise<void> {
  await mark.scrollIntoViewIfNeeded();
  const box = await mark.locator('.target').boundingBox();
  if (!box) throw new Error('the mark is not drawn');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + x, from.y + y, { steps: 12 });
  await page.mouse.up();
  await page.waitForTimeout(250);
}
