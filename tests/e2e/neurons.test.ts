import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { figurePages, textOf } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

test('merging keeps the misfit and lowers the penalty; neurons are dragged, drawn and trained', async () => {
  const { page, figure, complaints, close } = await open('neurons');
  const told = () => textOf(figure, '.claim');
  const number = async (row: number) => Number(await figure.locator('.numbers td').nth(row).textContent());
  await eventually(told).toContain('2 neurons on the left, 1 on the right');
  await eventually(told).toContain('minima at 0, 0.25 and 1'); // 0, y2^2, y1^2
  const engine = await createEngine();
  const problem = { X: [[-1], [1]], y: [1, 0.5], lambda: 0.01 };
  const first = engine.evaluate(problem, { W: [[-1.1], [-0.35], [0.8]], alpha: [0.6, 0.5, 0.25] });
  expect(await number(0)).toBeCloseTo(first.dataLoss, 5);
  expect(await number(1)).toBeCloseTo(first.penalty, 5);

  await figure.getByRole('button', { name: 'Merge neurons of one pattern' }).click();
  await eventually(told).toContain('one neuron on the left, 1 on the right');
  expect(await number(0)).toBeCloseTo(first.dataLoss, 5);
  expect(await number(1)).toBeLessThan(first.penalty);

  await figure.getByRole('button', { name: 'Train them' }).click();
  const { objective } = engine.solve(problem);
  await eventually(() => number(2)).toBeCloseTo(objective, 5);

  const handle = (await page.locator('hcx-neurons [data-index="0"] .tip').boundingBox())!;
  await page.mouse.move(handle.x + 4, handle.y + 4);
  await page.mouse.down();
  await page.mouse.move(handle.x + 700, handle.y + 60, { steps: 8 });
  await page.mouse.up();
  await eventually(told).toContain('0 neurons on the left, 2 on the right');
  const slider = figure.getByRole('slider', { name: 'Neurons' });
  await slider.focus();
  for (let k = 0; k < 6; k++) {
    await page.keyboard.press('ArrowRight');
    await eventually(() => slider.getAttribute('aria-valuetext')).toBe(String(3 + k));
  }
  await eventually(() => figure.locator('g.neuron').count()).toBe(8);
  expect(complaints).toEqual([]);
  await close();
});
