// @ts-check
// In Chromium: what a drag costs. The teaser's points are moved for 300 frames, labels and positions in turn, and every
// frame asks for the certified optimum, warm started from the last one.
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { chromium as chromiumProgram } from '../../web/build/toolchain.mjs';

const FRAMES = 300;

/** Runs in the page: one request a frame, the engine in its worker. @param {number} frames */
async function dragInWorker(frames) {
  const library = new URL('engine/index.js', document.baseURI).href;
  const { createWorkerEngine } = await import(library);
  const engine = createWorkerEngine();
  const data = await engine.dataset('teaser');
  const X = Array.from(data.X.data, (/** @type {number} */ x) => [x]);
  const y = Array.from(data.y);
  /** @type {Record<string, number[]>} */
  const milliseconds = { solve: [], 'round trip': [] };
  let worstGap = 0;
  /** @type {{ W: Float64Array, alpha: Float64Array } | undefined} */
  let warmStart;
  for (let frame = 0; frame < frames; frame++) {
    await new Promise(requestAnimationFrame);
    const point = Math.floor(frame / 30) % X.length;
    // There and back: up and down in the first half of a point's turn, left and right in the second.
    const shift = Math.sin((2 * Math.PI * (frame % 30)) / 15);
    if (frame % 30 < 15) y[point] = data.y[point] + 0.3 * shift;
    else X[point] = [data.X.data[point] + 0.15 * shift]; // past its neighbours
    const sent = performance.now();
    const result = await engine.solve({ X, y, lambda: 1e-4, loss: 'mean', bias: true }, { warmStart });
    milliseconds['round trip'].push(performance.now() - sent);
    milliseconds.solve.push(1000 * result.seconds);
    worstGap = Math.max(worstGap, result.gap / result.objective);
    warmStart = { W: result.W, alpha: result.alpha };
  }
  engine.dispose();
  return { milliseconds, worstGap };
}

/** Runs in the page: how long each frame took while the test drags. */
function watchFrames() {
  const seen = { frames: [0].slice(1), longTasks: [0].slice(1), solves: [0].slice(1) };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map((e) => e.duration))).observe({
    type: 'longtask',
  });
  let last = performance.now();
  const tick = (/** @type {number} */ now) => {
    seen.frames.push(now - last);
    const told = /neurons, ([\d.]+)/.exec(document.querySelector('hcx-teaser')?.shadowRoot?.textContent ?? '');
    if (told) seen.solves.push(Number(told[1]));
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** @param {number[]} values */
const summary = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ q) => (sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
  return `median ${at(0.5)}  99 % ${at(0.99)}  worst ${at(1)} ms`;
};

const server = await preview({ configFile: 'web/vite.config.ts', preview: { port: 4199 }, logLevel: 'silent' });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(address);
  const { milliseconds, worstGap } = await page.evaluate(dragInWorker, FRAMES);
  console.log(`  ${FRAMES} frames of dragging the teaser's points, ${browser.version()}`);
  for (const [name, values] of Object.entries(milliseconds)) console.log(`    ${name.padEnd(12)} ${summary(values)}`);
  console.log(`    worst certified gap ${worstGap.toExponential(1)} of the optimum`);

  const figure = page.locator('hcx-teaser');
  await figure.scrollIntoViewIfNeeded();
  await page.waitForSelector('hcx-teaser[data-ready]');
  const box = await figure.locator('[data-index="4"]').boundingBox();
  await page.evaluate(watchFrames);
  if (box) {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let k = 0; k < FRAMES; k++) await page.mouse.move(x + 20 * Math.sin(k / 20), y + 60 * Math.sin(k / 13));
    await page.mouse.up();
    const seen = await page.evaluate('seen');
    console.log(`  ${seen.frames.length} frames of dragging in the figure, which trains and draws meanwhile`);
    console.log(`    solve        ${summary(seen.solves)}`);
    console.log(`    frame        ${summary(seen.frames)}`);
    console.log(`    long tasks on the main thread: ${seen.longTasks.length}`);
  }
} finally {
  await browser.close();
  await server.close();
}
