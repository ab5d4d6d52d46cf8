import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { figurePages, textOf } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

test('the original’s run: its losses, the step at which the second point is seen, by button, key and pointer', async () => {
  const { page, figure, complaints, close } = await open('training');
  const told = () => textOf(figure, '.claim');
  await eventually(told).toContain('Step 0: loss 0.4862. The neuron sees x₂ and switches at 𝑥 = 0.500');
  expect(await figure.locator('.event-name').allTextContents()).toEqual(['step 372']);
  expect(await figure.locator('.event-name').isVisible()).toBe(false); // the reader is to guess it

  const slider = figure.getByRole('slider', { name: 'Step' });
  await slider.focus();
  await page.keyboard.press('End');
  await eventually(told).toContain('sees x₁ and x₂');
  expect(await figure.locator('.event-name').isVisible()).toBe(true);
  const strip = (await figure.locator('.scrub').boundingBox())!;
  const [left, width] = [strip.x + 8, strip.width - 16];
  await page.mouse.move(left, strip.y + 30);
  await page.mouse.down();
  for (const [step, loss] of [
    [140, '0.2615'],
    [280, '0.1490'],
    [532, '0.0443'],
    [840, '0.0072'],
  ] as const) {
    await page.mouse.move(left + (width * step) / 1400, strip.y + 30);
    await eventually(told).toContain(`Step ${step}: loss ${loss}`);
  }
  await page.mouse.up();

  await figure.getByRole('button', { name: 'Gradient descent' }).click();
  const engine = await createEngine();
  const { X, y, bias } = engine.dataset('single-neuron');
  const settings = { optimizer: 'gd', stepSize: 5e-3, W: [[0.3, -0.15]], alpha: [1], events: true } as const;
  const trainer = engine.createTrainer({ X, y, bias, lambda: 0, loss: 'mean' }, settings);
  trainer.step(840);
  await eventually(told).toContain(`Step 840: loss ${trainer.loss.toFixed(4)}`);
  const events = trainer.events().map(({ step }) => `step ${step}`);
  expect(await figure.locator('.event-name').allTextContents()).toEqual(events);
  trainer.dispose();
  await figure.getByRole('button', { name: 'Rewind' }).click();
  await figure.getByRole('button', { name: 'Play' }).click();
  await eventually(told).not.toContain('Step 0:');
  expect(complaints).toEqual([]);
  await close();
});
