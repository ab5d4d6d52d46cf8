import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { figurePages } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

test.each([false, true])(
  'the path leads from the stuck network to the engine’s optimum (less motion: %s)',
  async (still) => {
    const reducedMotion = still ? 'reduce' : 'no-preference';
    const { page, figure, complaints, close } = await open('escape', { reducedMotion });
    const number = async (row: number) => Number(await figure.locator('.numbers td').nth(row).textContent());
    const engine = await createEngine();
    const { X, y, bias } = engine.dataset('teaser');
    const problem = { X, y, bias, lambda: 1e-4, loss: 'mean' } as const;
    const { objective } = engine.solve(problem, { tolerance: 1e-12 });
    const trainer = engine.createTrainer(problem, { width: 11, seed: 2, stepSize: 0.05 });
    expect(await number(0)).toBeCloseTo(trainer.step(60_000), 5);
    trainer.dispose();
    expect(await number(2)).toBeCloseTo(objective, 5);
    expect(await number(1)).toBeGreaterThan(2 * objective);

    let before = await number(1);
    await figure.getByRole('button', { name: 'Play' }).click();
    if (!still) await eventually(() => number(1)).toBeLessThan(before);
    else await eventually(() => number(1)).toBeCloseTo(objective, 5);
    if (!still) await figure.getByRole('button', { name: 'Pause' }).click();
    await figure.getByRole('button', { name: 'Back to where' }).click();
    await eventually(() => number(1)).toBe(before);

    const slider = figure.getByRole('slider', { name: 'Place on the path' });
    await slider.focus();
    for (let k = 0; k < 30; k++) await page.keyboard.press('ArrowRight');
    await eventually(() => slider.getAttribute('aria-valuetext')).toBe('30 percent');
    const strip = (await figure.locator('.scrub').boundingBox())!;
    await page.mouse.move(strip.x + strip.width * 0.4, strip.y + 30);
    await page.mouse.down();
    for (const share of [0.5, 0.6, 0.7, 0.8, 0.9]) {
      before = await number(1);
      await page.mouse.move(strip.x + strip.width * share, strip.y + 30);
      await eventually(() => number(1)).toBeLessThanOrEqual(before);
    }
    await page.mouse.move(strip.x + strip.width + 5, strip.y + 30);
    await page.mouse.up();
    await eventually(() => number(1)).toBeCloseTo(objective, 5);
    expect(complaints).toEqual([]);
    await close();
  },
);
