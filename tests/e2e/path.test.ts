import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';
import { figurePages, textOf } from './figure-page.ts';
import { eventually } from './teaser-page.ts';

const open = figurePages();

test('the path is the engine’s, is walked by key and by pointer, and follows a label', async () => {
  const { page, figure, complaints, close } = await open('path');
  const engine = await createEngine();
  const { X, y, bias } = engine.dataset('teaser');
  const { points, lambdaMax } = engine.regularizationPath({ X, y, bias, lambda: 0, loss: 'mean' }, { count: 90 });
  const told = () => textOf(figure, '.claim');
  const neurons = (k: number) => (points[k]!.width === 1 ? 'one neuron' : `${points[k]!.width} neurons`);
  await eventually(told).toContain('no neuron at all');
  expect(await told()).toContain(lambdaMax.toPrecision(3));

  const slider = figure.getByRole('slider', { name: 'Weight decay' });
  await slider.focus();
  for (let k = 0; k < 40; k++) await page.keyboard.press('ArrowRight');
  await eventually(told).toContain('one neuron');
  const seen = async () => Number(await figure.locator('#path-seen rect').getAttribute('width'));
  const walked = await seen();
  const strip = (await figure.locator('.scrub').boundingBox())!;
  await page.mouse.move(strip.x + 2, strip.y + 20);
  await page.mouse.down();
  await eventually(told).toContain('no neuron at all');
  await page.mouse.move(strip.x + strip.width - 2, strip.y + 20, { steps: 5 });
  await page.mouse.up();
  await eventually(told).toContain(neurons(89));
  expect(await seen()).toBeGreaterThan(walked + 100);

  const before = await told();
  await figure.getByRole('slider', { name: 'Label of data point 3 ' }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await eventually(told).not.toBe(before);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await eventually(told).toContain('no neuron at all');
  expect(complaints).toEqual([]);
  await close();
});
