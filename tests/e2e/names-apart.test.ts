import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { stateFragment } from '../../web/figure/export/state-fragment.ts';
import { figurePages } from './figure-page.ts';

const open = figurePages();

/** Where the letters of a drawing's name end, in the window. */
const endOfName = async (figure: Locator, words: string): Promise<number> => {
  const box = await figure.locator('text.name', { hasText: words }).boundingBox();
  return box ? box.y + (5 * box.height) / 6 : Number.NaN;
};

/** Where the highest of these begins, in the window. */
const highestOf = (marks: Locator): Promise<number> =>
  marks.evaluateAll((all) => Math.min(...all.map((mark) => mark.getBoundingClientRect().top)));

const widths = [390, 1280];

test.each(widths)('certificate at %i pixels: a neuron on the highest peak leaves its name free', async (width) => {
  const state = { lambda: 1e-5, neurons: { angle: [0.2, -2.9], weight: [4, 4] } };
  const { figure, close } = await open(
    'certificate',
    { viewport: { width, height: 900 } },
    stateFragment('certificate', 1, state),
  );
  const rings = await figure
    .locator('.neuron .ring')
    .evaluateAll((all) => all.map((ring) => ring.getBoundingClientRect().height / 2));
  // As high as the curve goes down it may go up.
  const curve = await figure.locator('.curve').boundingBox();
  const middle = (await figure.locator('line.zero').boundingBox())?.y ?? Number.NaN;
  const reach = curve ? Math.max(middle - curve.y, curve.y + curve.height - middle) : Number.NaN;
  expect(middle - reach - Math.max(...rings)).toBeGreaterThan(await endOfName(figure, 'response of'));
  await close();
});

test.each(widths)('path at %i pixels: a label at the top leaves its name free', async (width) => {
  const state = { labels: [0.85, 0, 0.85, 0, 0.85, 0, 0.85, 0, 0.85, 0], at: 60, seen: 60 };
  const { figure, close } = await open('path', { viewport: { width, height: 900 } }, stateFragment('path', 1, state));
  expect(await highestOf(figure.locator('.point .ring'))).toBeGreaterThan(await endOfName(figure, 'output over'));
  await close();
});

test.each([
  ['certificate', '.output', { lambda: 1e-5, neurons: { angle: [0.2, -2.9], weight: [4, 4] } }],
  ['path', '.output', { labels: [0.85, 0, 0.85, 0, 0.85, 0, 0.85, 0, 0.85, 0], at: 60, seen: 60 }],
] as const)('%s: the output is cut off below the name of its drawing', async (figureName, selector, state) => {
  const { figure, close } = await open(figureName, {}, stateFragment(figureName, 1, state));
  const { cut, name } = await figure.evaluate((element, line) => {
    const root = element.shadowRoot as ShadowRoot;
    const path = root.querySelector(line) as SVGPathElement;
    const clip = root.querySelector(/url\("?(#[^")]+)/.exec(path.getAttribute('clip-path') ?? '')?.[1] ?? 'none');
    const names = [...root.querySelectorAll<SVGTextElement>('text.name')];
    const own = names.find((text) => text.textContent?.startsWith('output over')) as SVGTextElement;
    const { y, height } = own.getBBox();
    return { cut: Number(clip?.firstElementChild?.getAttribute('y') ?? 'NaN'), name: y + (5 * height) / 6 };
  }, selector);
  expect(cut).toBeGreaterThan(name);
  await close();
});
