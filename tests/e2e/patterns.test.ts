import { describe, expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { dragBy, figurePages, textOf } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const show = figurePages();
const engine = await createEngine();

describe('every pattern of points on a line', () => {
  test('four points have 8 patterns, and 2 to 5 points have 4, 6, 8, 10: as many as the engine counts', async () => {
    const { figure, complaints, close } = await show('patterns');
    const told = () => textOf(figure, '.count');
    await eventually(told).toContain('8 patterns of 4 points; Cover’s formula: 8; subsets: 16');
    expect(await figure.locator('.list button').count()).toBe(8);
    await figure.getByRole('button', { name: 'Add a point' }).click();
    await eventually(told).toContain('10 patterns of 5 points');
    const remove = figure.getByRole('button', { name: 'Take one away' });
    for (const [n, count] of [
      [4, 8],
      [3, 6],
      [2, 4],
    ] as const) {
      await remove.click();
      await eventually(told).toContain(`${count} patterns of ${n} points`);
      const X = Array.from({ length: n }, (_, j) => [j]);
      expect(engine.enumeratePatterns(X, { bias: true }).count).toBe(count);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test('a point dragged onto another closes wedges, and the state survives a reload', async () => {
    const { page, figure, complaints, close } = await show('patterns');
    const [first, second] = await Promise.all(
      [0, 1].map(async (j) => (await page.locator(`hcx-patterns [data-index="${j}"]`).boundingBox())!),
    );
    await dragBy(page, figure.locator('[data-index="0"]'), second!.x - first!.x, 0);
    const told = () => textOf(figure, '.count');
    await eventually(told).toContain('6 patterns of 4 points; Cover’s formula: 8');
    await eventually(told).toContain('share a line');
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await eventually(told).toContain('6 patterns of 4 points');
    expect(complaints).toEqual([]);
    await close();
  });

  test('the direction is turned by pointer and by keys, and its pattern is pressed in the list', async () => {
    const { page, figure, complaints, close } = await show('patterns');
    const pressed = () => figure.locator('.list button[aria-pressed="true"]').getAttribute('aria-label');
    await eventually(pressed).toBe('Pattern that sees points 2, 3, 4');
    await dragBy(page, figure.locator('.direction'), -40, -140);
    await eventually(pressed).toBe('Pattern that sees points 1, 2, 3, 4');
    const direction = figure.getByRole('slider', { name: 'Direction of the neuron' });
    await direction.focus();
    for (let k = 0; k < 18; k++) await page.keyboard.press('Shift+ArrowLeft');
    await eventually(pressed).toBe('Pattern that sees no point');
    await figure.getByRole('button', { name: 'Pattern that sees points 3, 4' }).click();
    await eventually(() => direction.getAttribute('aria-valuetext')).toContain('sees points 3, 4');
    expect(complaints).toEqual([]);
    await close();
  });
});

test('a hundred points in dimension ten have 3 836 629 637 040 patterns; a slider is moved by key', async () => {
  const { page, figure, complaints, close } = await show('pattern-count');
  const told = async () => (await figure.locator('.claim').textContent())?.replace(/\u202f/g, '');
  await eventually(told).toContain('3836629637040 activation patterns');
  await figure.getByRole('slider', { name: 'Dimension' }).focus();
  await page.keyboard.press('ArrowLeft');
  await eventually(told).toContain(`${engine.countPatterns(100, 9)} activation patterns`);
  expect(complaints).toEqual([]);
  await close();
});

describe('the certificate around the circle', () => {
  test('touches its level at the optimum, and a turned neuron opens the gap that the engine certifies', async () => {
    const { page, figure, complaints, close } = await show('certificate');
    const told = () => figure.locator('.claim').textContent();
    await eventually(told).toContain('Proven optimal');
    const { X, y, bias } = engine.dataset('teaser');
    const best = engine.solve({ X, y, bias, lambda: 3e-4, loss: 'mean' });
    const loss = () => figure.locator('.numbers td').first().textContent();
    expect(Number(await loss())).toBeCloseTo(best.objective, 6);
    await dragBy(page, figure.locator('[data-index="0"]'), 30, 0);
    await eventually(told).toContain('Not optimal');
    await eventually(async () => Number(await loss())).toBeGreaterThan(best.objective);
    await figure.getByRole('button', { name: 'Find the optimum' }).click();
    await eventually(told).toContain('Proven optimal');
    expect(complaints).toEqual([]);
    await close();
  });

  test('works by keys and by touch', async () => {
    const { page, figure, complaints, close } = await show('certificate', {
      viewport: { width: 390, height: 800 },
      hasTouch: true,
    });
    const told = () => figure.locator('.claim').textContent();
    await eventually(told).toContain('Proven optimal');
    await figure.getByRole('slider', { name: 'Neuron 1 of' }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(told).toContain('Not optimal');
    await page.keyboard.press('Escape');
    await figure.getByRole('button', { name: 'Find the optimum' }).tap();
    await eventually(told).toContain('Proven optimal');
    await figure.getByRole('button', { name: 'Take the neuron away' }).tap();
    await eventually(told).toContain('Not optimal');
    await figure.getByRole('button', { name: 'Add one where' }).tap();
    expect(complaints).toEqual([]);
    await close();
  });
});
