// @ts-check
// The engine in Chromium: a page on a server of our own imports ours.mjs and dist/engine, and times the cases.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { inRoot } from '../../../web/build/root.mjs';
import { chromium as chromiumProgram } from '../../../web/build/toolchain.mjs';

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json' };

/** The project's files, and an empty page. */
const server = createServer(async ({ url = '/' }, answer) => {
  const path = new URL(url, 'http://localhost').pathname;
  if (path === '/') return answer.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
  try {
    const body = await readFile(inRoot(path));
    answer.setHeader('content-type', TYPES[extname(path)] ?? (path.endsWith('.wasm') ? 'application/wasm' : 'text/plain'));
    answer.end(body);
  } catch {
    answer.writeHead(404).end();
  }
});

/** Runs in the page. @param {{file: string, platform: string}} of a case */
async function timeInPage({ file, platform }) {
  const paths = ['/dist/engine/index.js', '/tests/bench/training/ours.mjs'];
  const [{ createEngine }, { timeCase }] = await Promise.all(paths.map((path) => import(path)));
  return timeCase(await createEngine(), await (await fetch(file)).json(), platform);
}

/** Runs in the page. @param {{file: string, platform: string}} of the module */
async function peakInPage({ file, platform }) {
  const ours = '/tests/bench/training/ours.mjs';
  const { timePeak } = await import(ours);
  return timePeak(await (await fetch(file)).arrayBuffer(), platform);
}

/**
 * @param {string[]} files of cases, from the project's root
 * @param {string} peakModule
 * @param {string} platform
 * @returns {Promise<{rows: import('./case.mjs').Row[], peaks: import('./case.mjs').Peak[], version: string}>}
 */
export async function timeInChromium(files, peakModule, platform) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ['--no-sandbox', '--disable-gpu'] });
  /** A page of its own for each, so that none meets what another left. @type {<A, R>(work: (a: A) => R, a: A) => Promise<any>} */
  const inPage = async (work, argument) => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const result = await page.evaluate(/** @type {any} */ (work), argument);
    await page.close();
    return result;
  };
  try {
    const peak = () => inPage(peakInPage, { file: `/${peakModule}`, platform });
    const peaks = [await peak()];
    const rows = [];
    for (const file of files) rows.push(await inPage(timeInPage, { file: `/${file}`, platform }));
    peaks.push(await peak());
    return { rows, peaks, version: browser.version() };
  } finally {
    await browser.close();
    server.close();
  }
}
