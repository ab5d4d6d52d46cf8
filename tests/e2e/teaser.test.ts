import { afterEach, describe, expect, test } from 'vitest';
import { browserAndSite } from './browser-and-site.ts';
import { eventually, TeaserPage } from './teaser-page.ts';

const stage = browserAndSite();
let teaser: TeaserPage;

afterEach(async () => {
  expect(teaser.complaints).toEqual([]);
  await teaser.close();
});

describe('when first seen', () => {
  test('the descent plays by itself and says what is certified', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    const before = await teaser.steps();
    await eventually(() => teaser.steps()).toBeGreaterThan(before);
    expect(await teaser.figure.locator('.claim').textContent()).toMatch(
      /^Certified: no network of any width has a loss below/,
    );
    expect(await teaser.number('Certified optimum')).toMatch(/^0\.00821/);
  });

  test('it rests out of sight and goes on when it comes back', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    await teaser.page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await teaser.settled();
    const rested = await teaser.steps();
    await teaser.page.waitForTimeout(300);
    expect(await teaser.steps()).toBe(rested);
    await teaser.show();
    await eventually(() => teaser.steps()).toBeGreaterThan(rested);
  });

  test('with reduced motion it stands still, at the end of a run', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address, { reducedMotion: 'reduce' });
    await eventually(() => teaser.steps()).toBe(300_000);
    expect(await teaser.button('Play').count()).toBe(1);
  });
});

describe('dragging a point', () => {
  test('with the mouse moves both lines and the optimum, even if paused', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    await teaser.pause();
    const before = { network: await teaser.path('network'), optimum: await teaser.path('optimum') };
    const value = await teaser.number('Certified optimum');
    await teaser.dragPoint(4, 20, 90);
    await eventually(() => teaser.path('network')).not.toBe(before.network);
    await eventually(() => teaser.path('optimum')).not.toBe(before.optimum);
    await eventually(() => teaser.number('Certified optimum')).not.toBe(value);
    await teaser.page.mouse.up();
    await eventually(() => teaser.figure.getByText('drag me').count()).toBe(0);
  });

  test('and Escape put it back', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    await teaser.pause();
    const [where, value] = [await teaser.center(teaser.point(2)), await teaser.number('Certified optimum')];
    await teaser.dragPoint(2, 0, 60);
    await eventually(() => teaser.number('Certified optimum')).not.toBe(value);
    await teaser.page.keyboard.press('Escape');
    await eventually(() => teaser.number('Certified optimum')).toBe(value);
    await eventually(() => teaser.center(teaser.point(2))).toEqual(where);
    await teaser.page.mouse.up();
  });

  test('survives a reload, and can be reset', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    const original = await teaser.number('Certified optimum');
    await teaser.dragPoint(3, 0, -80);
    await teaser.page.mouse.up();
    await eventually(() => teaser.number('Certified optimum')).not.toBe(original);
    await teaser.pause(); // until the answer to the last move has come
    const moved = await teaser.number('Certified optimum');
    await teaser.page.reload();
    await teaser.show();
    expect(await teaser.number('Certified optimum')).toBe(moved);
    await teaser.button('Reset').click();
    await eventually(() => teaser.number('Certified optimum')).toBe(original);
  });

  test('with a finger moves it and not the page; beside the points the finger scrolls', async () => {
    const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } };
    teaser = await TeaserPage.open(stage.browser, stage.site.address, phone);
    await teaser.pause();
    const { page } = teaser;
    const scrollY = () => page.evaluate(() => window.scrollY);
    const [value, scrolled] = [await teaser.number('Certified optimum'), await scrollY()];
    const { x, y } = await teaser.center(teaser.point(4));
    // Beside the cross, but within the 44 pixels of its target.
    await teaser.swipe({ x: x + 5, y: y - 18 }, 90);
    await eventually(() => teaser.number('Certified optimum')).not.toBe(value);
    expect(await scrollY()).toBe(scrolled);
    await teaser.swipe({ x: 200, y: y + 160 }, -200);
    await eventually(scrollY).toBeGreaterThan(scrolled + 100);
  });
});

describe('the keyboard', () => {
  test('moves a point with the arrows and visits the others with the page keys', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    await teaser.pause();
    const before = { network: await teaser.path('network'), optimum: await teaser.path('optimum') };
    await teaser.point(0).focus();
    await teaser.page.keyboard.press('PageDown');
    const second = teaser.point(1);
    await expect
      .poll(() => second.evaluate((point) => (point.getRootNode() as ShadowRoot).activeElement === point))
      .toBe(true);
    const spokenBefore = await second.getAttribute('aria-valuetext');
    await teaser.page.keyboard.press('ArrowUp');
    await teaser.page.keyboard.press('Shift+ArrowRight');
    await eventually(() => teaser.path('optimum')).not.toBe(before.optimum);
    await eventually(() => teaser.path('network')).not.toBe(before.network);
    await eventually(() => second.getAttribute('aria-valuetext')).not.toBe(spokenBefore);
    await teaser.page.keyboard.press('Home');
    await eventually(() => second.getAttribute('aria-valuetext')).toBe(spokenBefore);
  });

  test('needs one tab stop for all points', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    expect(await teaser.figure.locator('.point[tabindex="0"]').count()).toBe(1);
    await teaser.point(0).focus();
    await teaser.page.keyboard.press('Tab');
    await expect
      .poll(() => teaser.scrubber.evaluate((e) => (e.getRootNode() as ShadowRoot).activeElement === e))
      .toBe(true);
  });

  test('passes over thumb positions that would not change a whole number', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    const neurons = teaser.slider(/Neurons/);
    await neurons.focus();
    await teaser.page.keyboard.press('Home');
    await eventually(() => neurons.getAttribute('aria-valuetext')).toBe('1');
    await teaser.page.keyboard.press('ArrowRight');
    await eventually(() => neurons.getAttribute('aria-valuetext')).toBe('2');
  });
});

describe('the run', () => {
  test('goes back and forth with the scrubber, and on from there', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    await eventually(() => teaser.steps()).toBeGreaterThan(2000);
    await teaser.pause();
    const end = { steps: await teaser.steps(), path: await teaser.path('network') };
    await teaser.scrubber.focus();
    await teaser.page.keyboard.press('ArrowLeft');
    await eventually(() => teaser.steps()).toBeLessThan(end.steps);
    await teaser.page.keyboard.press('ArrowRight');
    await eventually(() => teaser.path('network')).toBe(end.path);
    const box = await teaser.scrubber.boundingBox();
    if (!box) throw new Error('no scrubber');
    await teaser.page.mouse.click(box.x + 12, box.y + box.height / 2);
    await eventually(() => teaser.steps()).toBeLessThan(end.steps / 4);
    const early = await teaser.steps();
    await teaser.button('One step').click();
    await eventually(() => teaser.steps()).toBe(early + 1);
  });

  test('rewinds to the same initial weights; a new draw has others', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    await teaser.pause();
    const rewind = async () => {
      await teaser.button(/^Rewind/).click();
      await eventually(() => teaser.steps()).toBe(0);
      await teaser.settled();
      return { loss: await teaser.number(/^Network, step/), path: await teaser.path('network') };
    };
    const first = await rewind();
    for (let k = 0; k < 3; k++) await teaser.button('One step').click();
    await eventually(() => teaser.steps()).toBeGreaterThan(0);
    expect(await rewind()).toEqual(first);
    await teaser.button(/^Draw/).click();
    await eventually(() => teaser.number(/^Network, step/)).not.toBe(first.loss);
  });

  test('that is thrown up by its first steps says so, and starts again with shorter ones', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    await teaser.slider(/Neurons/).focus();
    await teaser.page.keyboard.press('End');
    await teaser.figure.getByText(/The first steps were too long for so many neurons/).waitFor();
    await teaser.slider(/Step size/).focus();
    await teaser.page.keyboard.press('Home');
    await eventually(() => teaser.figure.locator('.complaint').count()).toBe(0);
    await teaser.button('Reset').click();
    await eventually(() => teaser.slider(/Neurons/).getAttribute('aria-valuetext')).toBe('100');
  });

  test('whose neurons are all silent says so', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    await teaser.slider(/Neurons/).focus();
    await teaser.page.keyboard.press('Home');
    const silent = teaser.figure.getByText(/The neuron is silent on the data/);
    for (let draws = 0; draws < 40 && !(await silent.count()); draws++) {
      await teaser.button(/^Draw/).click();
      await teaser.page.waitForTimeout(100);
    }
    expect(await silent.count()).toBe(1);
  });

  test('that diverges says so in words, keeps the picture and recovers', async () => {
    teaser = await TeaserPage.open(stage.browser, stage.site.address);
    const turn = async (slider: RegExp, key: string) => {
      await teaser.slider(slider).focus();
      await teaser.page.keyboard.press(key);
    };
    await turn(/Step size/, 'End');
    await turn(/Initial scale/, 'End');
    await teaser.figure.getByText(/diverged at (step|the first step)/).waitFor();
    expect(await teaser.path('network')).toMatch(/^M/);
    expect(await teaser.path('optimum')).toMatch(/^M/);
    await turn(/Initial scale/, 'Home');
    await turn(/Step size/, 'Home');
    await eventually(() => teaser.figure.locator('.complaint').count()).toBe(0);
    await teaser.button('Play').or(teaser.button('Pause')).click();
  });
});
