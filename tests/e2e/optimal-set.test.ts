import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { figurePages, textOf } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

/** The cell of the table beside a head. */
const cell = async (figure: Locator, head: string): Promise<string> =>
  (await figure.locator('table.numbers tr', { hasText: head }).locator('td').textContent()) ?? '';

/** The y of a path's points, pixels. */
const heights = (path: Locator): Promise<number[]> =>
  path.evaluate((element) => [...(element.getAttribute('d') ?? '').matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y)));

/** The same of several paths of one picture: between two readings another might be drawn. */
const heightsOfAll = (figure: Locator, paths: string): Promise<number[][]> =>
  figure
    .locator(paths)
    .evaluateAll((elements) =>
      elements.map((element) =>
        [...(element.getAttribute('d') ?? '').matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y)),
      ),
    );

/** The output lies between the edges of the band, to the tenth of a pixel to which paths are written. */
async function expectWithinBand(figure: Locator): Promise<void> {
  const [low, high, output] = await heightsOfAll(figure, 'path.edge, path.output');
  expect(output).toHaveLength(low!.length);
  for (const [k, y] of output!.entries()) {
    expect(y).toBeLessThanOrEqual(low![k]! + 0.11);
    expect(y).toBeGreaterThanOrEqual(high![k]! - 0.11);
  }
}

async function drag(page: Page, mark: Locator, by: { x: number; y: number }): Promise<void> {
  const box = (await mark.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x, y + by.y, { steps: 6 });
  await page.mouse.up();
}

test('the walk goes from corner to corner, with one loss and, on the line, one output', async () => {
  const { figure, complaints, close } = await open('optimal-set', { reducedMotion: 'reduce' });
  const told = () => textOf(figure, '.claim');
  await eventually(told).toContain('6 dimensions');
  expect(await told()).toContain('170 corners');
  expect(await told()).toContain('the same output, everywhere');
  const loss = await cell(figure, 'Its loss');
  const output = await heights(figure.locator('path.output'));
  const neurons = () => figure.locator('path.neurons').getAttribute('d');
  for (let k = 0; k < 3; k++) {
    const before = await neurons();
    await figure.getByRole('button', { name: 'Walk to the next corner' }).click();
    await eventually(neurons).not.toBe(before);
    expect(await textOf(figure, 'table.numbers')).toContain('10 neurons');
    expect(await cell(figure, 'Its loss')).toBe(loss);
    const now = await heights(figure.locator('path.output'));
    for (const [i, y] of now.entries()) expect(Math.abs(y - output[i]!)).toBeLessThanOrEqual(0.11);
  }
  await figure.getByRole('button', { name: 'Back to the first corner' }).click();
  expect(complaints).toEqual([]);
  await close();
});

test('the walk is seen where motion is wanted: between two corners more neurons are at work', async () => {
  const { figure, complaints, close } = await open('optimal-set');
  await figure.getByRole('button', { name: 'Walk to the next corner' }).click();
  await eventually(() => textOf(figure, 'table.numbers')).toContain('11 neurons');
  await eventually(() => textOf(figure, 'table.numbers')).toContain('10 neurons');
  await eventually(() => figure.getByRole('button', { name: 'Play' }).count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test('around the circle the handle moves the output within the band, at one loss', async () => {
  const { page, figure, complaints, close } = await open('optimal-set');
  await figure.getByRole('button', { name: 'three around a circle' }).click();
  await eventually(() => textOf(figure, '.claim')).toContain('3 dimensions');
  expect(await textOf(figure, '.claim')).toMatch(/differ by up to 1\.2/);
  const loss = await cell(figure, 'Its loss');
  const handle = figure.locator('.handle .target');
  for (const by of [
    { x: 20, y: -60 },
    { x: 40, y: -20 },
    { x: -90, y: -90 },
    { x: 400, y: 0 },
  ]) {
    const before = await heights(figure.locator('path.output'));
    await drag(page, handle, by);
    await eventually(() => heights(figure.locator('path.output'))).not.toEqual(before);
    await expectWithinBand(figure);
    expect(await cell(figure, 'Its loss')).toBe(loss);
  }
  expect(complaints).toEqual([]);
  await close();
});

test('at a large weight decay there is one network, and a label that is dragged makes another set', async () => {
  const { page, figure, complaints, close } = await open('optimal-set');
  const told = () => textOf(figure, '.claim');
  const slider = figure.getByRole('slider', { name: 'Weight decay' });
  await slider.focus();
  for (let k = 0; k < 60; k++) await page.keyboard.press('ArrowRight');
  await eventually(told).toContain('one best network');
  expect(await figure.getByRole('button', { name: 'Walk to the next corner' }).isDisabled()).toBe(true);
  await expectWithinBand(figure);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await eventually(told).toContain('170 corners');
  const loss = await cell(figure, 'Its loss');
  await drag(page, figure.locator('[data-index="4"] .target'), { x: 0, y: 60 });
  await eventually(() => cell(figure, 'Its loss')).not.toBe(loss);
  await expectWithinBand(figure);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await eventually(() => cell(figure, 'Its loss')).toBe(loss);
  expect(complaints).toEqual([]);
  await close();
});
