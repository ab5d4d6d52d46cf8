import { expect, test } from 'vitest';
import { stateFragment } from '../../web/figure/export/state-fragment.ts';
import { figurePages } from './figure-page.ts';

const open = figurePages();
const settings = { width: 100, stepSize: 0.05, lambda: 1e-4, scale: 0.3, speed: 400 };

const CORNERS = [
  ['top right', { x: 0.55, y: 0.85 }],
  ['top left', { x: -0.55, y: 0.85 }],
  ['bottom right', { x: 0.55, y: 0 }],
  ['bottom left', { x: -0.55, y: 0 }],
] as const;

const cases = CORNERS.flatMap(([corner, point]) => [390, 1280].map((width) => [corner, width, point] as const));

test.each(cases)(
  'beside a single point at the %s, at %i pixels, the hint is in the drawing',
  async (_, width, point) => {
    const fragment = stateFragment('teaser', 1, { points: [point], settings, seed: 1 });
    const { figure, complaints, close } = await open('teaser', { viewport: { width, height: 900 } }, fragment);
    expect(await figure.locator('.point').count()).toBe(1);
    const drawing = await figure.locator('svg.plot').boundingBox();
    const hint = await figure.locator('.hint').boundingBox();
    const ring = await figure.locator('.point .ring').boundingBox();
    if (!drawing || !hint || !ring) throw new Error('they are drawn');
    expect(hint.x).toBeGreaterThanOrEqual(drawing.x);
    expect(hint.y).toBeGreaterThanOrEqual(drawing.y);
    expect(hint.x + hint.width).toBeLessThanOrEqual(drawing.x + drawing.width);
    expect(hint.y + hint.height).toBeLessThanOrEqual(drawing.y + drawing.height);
    const across = (at: number) => Math.min(Math.abs(hint.x - at), Math.abs(hint.x + hint.width - at));
    expect(across(ring.x + ring.width / 2), 'it points at the point').toBeLessThan(15);
    expect(complaints).toEqual([]);
    await close();
  },
);
