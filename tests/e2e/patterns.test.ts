import type { BrowserContextOptions, Locator } from 'playwright-core';
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

describe('every pattern of points in the plane', () => {
  /** Where the points are, as the figure tells. */
  const pointsOf = (figure: Locator) =>
    figure.locator('.point').evaluateAll((marks) =>
      marks.map((mark) =>
        mark
          .getAttribute('aria-valuetext')!
          .split(', ')
          .slice(0, 2)
          .map((word) => Number(word.replace('minus ', '-'))),
      ),
    );
  const inThePlane = async (options: BrowserContextOptions = {}) => {
    const opened = await show('patterns', options);
    await opened.figure.getByRole('button', { name: 'Points in the plane' }).click();
    const told = () => textOf(opened.figure, '.count');
    await eventually(told).toContain('14 patterns of 4 points; Cover’s formula: 14; subsets: 16');
    const turn = opened.figure.getByRole('slider', { name: 'Turn of the sphere' });
    const pressed = () => opened.figure.locator('.list button[aria-pressed="true"]').getAttribute('aria-label');
    return { ...opened, told, turn, pressed };
  };
  const centre = async (mark: Locator) => {
    const box = (await mark.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  test('1 to 6 points have 2, 4, 8, 14, 22, 32: as many as the engine counts; so wherever a point is dragged', async () => {
    const { page, figure, told, complaints, close } = await inThePlane();
    const counts = [2, 4, 8, 14, 22, 32];
    for (const n of [5, 6]) {
      await figure.getByRole('button', { name: 'Add a point' }).click();
      await eventually(told).toContain(`${counts[n - 1]} patterns of ${n} points; Cover’s formula: ${counts[n - 1]}`);
      expect(await figure.locator('.cell').count()).toBe(counts[n - 1]);
    }
    await dragBy(page, figure.locator('[data-index="5"]'), 44, 31);
    // Exactly where it was put: on a line of others, it may be.
    const { points } = await page.evaluate(() => JSON.parse(localStorage.getItem('hcx:patterns')!).data.plane);
    const { count } = engine.enumeratePatterns(points, { bias: true });
    await eventually(told).toContain(`${count} patterns of 6 points`);
    for (const n of [5, 4, 3, 2, 1]) {
      await figure.getByRole('button', { name: 'Take one away' }).click();
      await eventually(told).toContain(`${counts[n - 1]} patterns of ${n} point`);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test('three points on a line, and two in one place, have fewer than Cover’s formula; both places are kept', async () => {
    const { page, figure, told, complaints, close } = await inThePlane();
    const [first, third, fourth] = await Promise.all(
      [0, 2, 3].map((j) => centre(figure.locator(`[data-index="${j}"] .target`))),
    );
    const moved = figure.locator('[data-index="3"]');
    await dragBy(page, moved, (first!.x + third!.x) / 2 - fourth!.x + 1, (first!.y + third!.y) / 2 - fourth!.y - 2);
    await eventually(told).toContain(
      '12 patterns of 4 points; Cover’s formula: 14; subsets: 16. Points 1, 3 and 4 are on one line',
    );
    expect(await figure.locator('.meeting').count()).toBe(2);
    expect(await figure.locator('.list button').count()).toBe(12);
    const between = await centre(moved.locator('.target'));
    await dragBy(page, moved, first!.x - between.x + 1, first!.y - between.y);
    await eventually(told).toContain('8 patterns of 4 points; Cover’s formula: 14');
    await eventually(told).toContain('Points 1 and 4 are in one place');
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await eventually(told).toContain('8 patterns of 4 points');
    await figure.getByRole('button', { name: 'Points on a line' }).click();
    await eventually(told).toContain('8 patterns of 4 points; Cover’s formula: 8');
    await figure.getByRole('button', { name: 'Points in the plane' }).click();
    await eventually(told).toContain('are in one place');
    expect(complaints).toEqual([]);
    await close();
  });

  test('by keys a point goes from grid to grid, so that it can be put on a line', async () => {
    const { page, figure, told, complaints, close } = await inThePlane();
    await figure.getByRole('slider', { name: 'Data point 1 of 4' }).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(async () => (await pointsOf(figure))[0]).toEqual([-0.6, 0.35]);
    // (-0.6, 0.35) and (0.6, -0.15): (0, 0.1) is between them.
    await page.keyboard.press('PageDown');
    for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowLeft');
    for (let k = 0; k < 12; k++) await page.keyboard.press('ArrowDown');
    await eventually(async () => (await pointsOf(figure))[1]).toEqual([0, 0.1]);
    await eventually(told).toContain('Points 1, 2 and 3 are on one line');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a cell is chosen on the sphere and in the list; what is far away is turned to the front', async () => {
    const { page, figure, turn, pressed, complaints, close } = await inThePlane({ reducedMotion: 'reduce' });
    const neuron = figure.getByRole('slider', { name: 'Direction of the neuron' });
    await eventually(pressed).toBe('Pattern that sees points 3, 4');
    const ball = (await figure.locator('.rim').boundingBox())!;
    const before = await turn.getAttribute('aria-valuetext');
    // High on the sphere the bias is large: every point is seen; low, none.
    await page.mouse.click(ball.x + ball.width * 0.45, ball.y + ball.height * 0.12);
    await eventually(pressed).toBe('Pattern that sees points 1, 2, 3, 4');
    expect(await turn.getAttribute('aria-valuetext')).toBe(before);
    await figure.locator('.list button[aria-pressed="true"]').focus();
    const seen = new Set<string | null>();
    for (let k = 0; k < 14; k++) {
      const last = await pressed();
      await page.keyboard.press('ArrowRight');
      await eventually(pressed).not.toBe(last);
      seen.add(await pressed());
      await eventually(() => neuron.getAttribute('aria-valuetext')).not.toContain('far side');
    }
    expect(seen.size).toBe(14);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the sphere is turned by pointer and by keys, not too far, and back', async () => {
    const { page, figure, turn, told, complaints, close } = await inThePlane({ reducedMotion: 'reduce' });
    const text = () => turn.getAttribute('aria-valuetext');
    const home = await text();
    const reset = figure.getByRole('button', { name: 'Reset view' });
    expect(await reset.isDisabled()).toBe(true);
    const ball = (await figure.locator('.rim').boundingBox())!;
    await page.mouse.move(ball.x + ball.width * 0.3, ball.y + ball.height * 0.4);
    await page.mouse.down();
    await page.mouse.move(ball.x + ball.width * 0.7, ball.y + ball.height * 0.4, { steps: 8 });
    await page.mouse.up();
    await eventually(text).not.toBe(home);
    await turn.focus();
    for (let k = 0; k < 8; k++) await page.keyboard.press('Shift+ArrowDown');
    await eventually(text).toContain('60 degrees above');
    await reset.click();
    await eventually(text).toBe(home);
    expect(await told()).toContain('14 patterns of 4 points');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a finger that goes up over the sphere scrolls the page, one that goes sideways turns the sphere', async () => {
    const { page, figure, turn, complaints, close } = await inThePlane({
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    const rim = figure.locator('.rim');
    await rim.scrollIntoViewIfNeeded();
    const swipe = async (x: number, y: number) => {
      const ball = (await rim.boundingBox())!;
      const from = { x: ball.x + ball.width * 0.4, y: ball.y + ball.height * 0.35 };
      const client = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: { x: number; y: number }[]) =>
        client.send('Input.dispatchTouchEvent', { type, touchPoints: at });
      await touch('touchStart', [from]);
      for (let k = 1; k <= 8; k++) {
        await touch('touchMove', [{ x: from.x + (k * x) / 8, y: from.y + (k * y) / 8 }]);
        await page.waitForTimeout(30);
      }
      await touch('touchEnd', []);
      await page.waitForTimeout(300);
    };
    const text = () => turn.getAttribute('aria-valuetext');
    const [home, top] = [await text(), await page.evaluate(() => scrollY)];
    await swipe(0, -120);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(top + 60);
    expect(await text()).toBe(home);
    await swipe(90, 0);
    await eventually(text).not.toBe(home);
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

  test('from no neuron at all, one added after the other where it is missing most, to the proven optimum', async () => {
    const { figure, close } = await show('certificate');
    const takeAway = figure.getByRole('button', { name: 'Take the chosen neuron away' });
    const add = figure.getByRole('button', { name: 'Add one where it is missing most' });
    const neurons = figure.locator('.neuron');
    for (let left = (await neurons.count()) - 1; left >= 0; left--) {
      await takeAway.click();
      await eventually(() => neurons.count()).toBe(left);
    }
    const loss = async () =>
      Number(
        (await textOf(figure, '.numbers td'))
          .replace('\u2212', '-')
          .replace(/\s*×\s*10/, 'e')
          .replace(/\s/g, ''),
      );
    const losses = [await loss()];
    const proven = async () => (await textOf(figure, '.claim')).startsWith('Proven optimal');
    while (!(await proven())) {
      await add.click();
      await eventually(loss).not.toBe(losses.at(-1));
      losses.push(await loss());
      expect(losses.at(-1)).toBeLessThan(losses.at(-2) as number);
    }
    expect(losses.length).toBeLessThan(12);
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
    await figure.getByRole('button', { name: 'Take the chosen neuron away' }).tap();
    await eventually(told).toContain('Not optimal');
    await figure.getByRole('button', { name: 'Add one where' }).tap();
    expect(complaints).toEqual([]);
    await close();
  });
});
