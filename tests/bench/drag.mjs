// @ts-check
// In Chromium: how smooth each figure of the article is while something in it is dragged, at the machine's own speed and
// with the processor slowed down four times. Asked: 50 frames a second, 25 when slowed, and no task over 50 ms at full speed.
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { chromium as chromiumProgram } from '../../web/build/toolchain.mjs';
import { circumstances, printCircumstances, writeResults } from './circumstances.mjs';
import { printAligned } from './table.mjs';

/** @typedef {import('playwright-core').Page} Page */

const SECONDS = 3;
const SLOWDOWNS = [1, 4];
/** The pointer goes around on an ellipse of this size, CSS pixels. */
const REACH = { x: 35, y: 30 };

/** Runs in the page: notes how long frames and long tasks take until it is asked to stop. */
function watch() {
  const seen = { frames: [0].slice(1), longTasks: [0].slice(1), stop: () => {} };
  Object.assign(globalThis, { seen });
  const tasks = new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map((e) => e.duration)));
  tasks.observe({ type: 'longtask' });
  let [last, on] = [performance.now(), true];
  const tick = (/** @type {number} */ now) => {
    seen.frames.push(now - last);
    last = now;
    if (on) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  seen.stop = () => {
    on = false;
    tasks.disconnect();
  };
}

/** @param {Page} page @param {string} tag */
async function show(page, tag) {
  for (let k = 0; k < 200 && !(await page.locator(`${tag}[data-ready]`).count()); k++) {
    await page.locator(tag).scrollIntoViewIfNeeded();
    await page.waitForTimeout(50);
  }
}

/** The middle of what is dragged: the first movable mark, else the scrubbed strip, else the first slider. */
async function handle(/** @type {Page} */ page, /** @type {string} */ tag) {
  for (const selector of ['[data-index] .target', '.scrub', 'input[type=range]']) {
    const found = page.locator(`${tag} ${selector}`).first();
    if (!(await found.count())) continue;
    await found.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    const box = await found.boundingBox();
    if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2, selector };
  }
  throw new Error(`nothing to drag in ${tag}`);
}

/** The landscape as a surface that is turned, drawn by WebGL on whatever this machine has for it. @param {Page} page */
async function surface(page) {
  const stage = page.locator('hcx-landscape .stage');
  if (!(await stage.count())) {
    await page.locator('hcx-landscape').getByRole('button', { name: 'Surface', exact: true }).click();
    await stage.locator('canvas').waitFor();
  }
  await stage.scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500); // until it has flown in
  const box = await stage.boundingBox();
  return { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 60, selector: '.stage' };
}

/** The same surface, of other data at every move. @param {Page} page */
async function dataOfSurface(page) {
  await surface(page);
  const box = await page.locator('hcx-landscape [data-index="2"] .target').boundingBox();
  if (!box) throw new Error('no data point to drag');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, selector: '[data-index="2"]' };
}

/** Behind the figure's name. @type {[typeof handle, string][]} */
const NAMES = [
  [handle, ''],
  [surface, ', surface'],
  [dataOfSurface, ', surface, data'],
];
const nameOf = new Map(NAMES);

/** @param {Page} page @param {string} tag @param {number} slowdown @param {typeof handle} find */
async function dragIn(page, tag, slowdown, find = handle) {
  await show(page, tag);
  const { x, y, selector } = await find(page, tag);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(watch);
  const end = performance.now() + 1000 * SECONDS;
  for (let k = 1; performance.now() < end; k++)
    await page.mouse.move(x + REACH.x * Math.sin(k / 15), y + REACH.y * Math.sin(k / 11));
  /** @type {{ frames: number[], longTasks: number[] }} */
  const seen = await page.evaluate('seen.stop(); seen');
  await page.mouse.up();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  const frames = [...seen.frames].sort((a, b) => a - b);
  const total = frames.reduce((sum, frame) => sum + frame, 0);
  return {
    figure: tag.slice('hcx-'.length) + nameOf.get(find),
    slowdown,
    dragged: selector,
    framesPerSecond: (1000 * frames.length) / total,
    slowest1percent: frames[Math.floor(0.99 * (frames.length - 1))],
    longTasks: seen.longTasks.length,
    longestTask: Math.max(0, ...seen.longTasks),
  };
}

const head = circumstances({});
printCircumstances('dragging', head);
const server = await preview({ configFile: 'web/vite.config.ts', preview: { port: 4198 }, logLevel: 'silent' });
/** @type {Awaited<ReturnType<typeof dragIn>>[]} */
const rows = [];

/** @param {string[]} flags @param {(page: Page) => Promise<void>} work */
async function inBrowser(flags, work) {
  const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ['--no-sandbox', ...flags] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await work(page);
  } finally {
    await browser.close();
  }
}

try {
  await inBrowser(['--disable-gpu'], async (page) => {
    const tags = await page.locator('main .figure').evaluateAll((figures) => figures.map((figure) => figure.localName));
    for (const tag of tags) for (const slowdown of SLOWDOWNS) rows.push(await dragIn(page, tag, slowdown));
  });
  await inBrowser(['--enable-unsafe-swiftshader'], async (page) => {
    for (const find of [surface, dataOfSurface])
      for (const slowdown of SLOWDOWNS) rows.push(await dragIn(page, 'hcx-landscape', slowdown, find));
  });
} finally {
  await server.close();
}
const cells = rows.map((row) => [
  row.figure,
  `${row.slowdown}x`,
  row.framesPerSecond.toFixed(0),
  row.slowest1percent.toFixed(0),
  String(row.longTasks),
  row.longestTask.toFixed(0),
]);
printAligned([['figure', 'slowed', 'frames/s', '99 % ms', 'long tasks', 'longest ms'], ...cells], [0]);
writeResults(head, { results: rows }, '-drag');
