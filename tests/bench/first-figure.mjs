// @ts-check
// What a reader downloads until the first figure works, and how long that takes on a slow line and a slow machine.
//   node tests/bench/first-figure.mjs [folder, dist if not given] [rounds]
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { inRoot } from '../../web/build/root.mjs';
import { chromium as chromiumProgram } from '../../web/build/toolchain.mjs';

const folder = process.argv[2] ?? inRoot('dist');
const rounds = Number(process.argv[3] ?? 3);
const BYTES_PER_SECOND = 1.6e6 / 8;
const LATENCY = 150;
const SLOWDOWN = 4; // of the page; Chromium does not slow workers down

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** @type {Map<string, Buffer>} each file of the site as it is sent: compressed, but for fonts */
const sent = new Map();

/** @type {string[]} what was asked for, in order: twice if it was fetched twice */
let asked = [];

/** The slow line is the server's doing: the browser's own would leave out what a worker fetches. */
let slowly = false;
let lineFree = 0;

/** Sends a body in its turn on a line that all answers share. @param {import('node:http').ServerResponse} answer @param {Buffer} body */
async function send(answer, body) {
  const PACKET = 4096;
  if (slowly) await new Promise((resolve) => setTimeout(resolve, LATENCY));
  for (let at = 0; at < body.length; at += PACKET) {
    const packet = body.subarray(at, at + PACKET);
    if (slowly) {
      const now = performance.now();
      lineFree = Math.max(now, lineFree) + (packet.length / BYTES_PER_SECOND) * 1000;
      await new Promise((resolve) => setTimeout(resolve, lineFree - now));
    }
    answer.write(packet);
  }
  answer.end();
}

/** Serves the site compressed, as static hosts do. */
const server = createServer(({ url = '/' }, answer) => {
  const path = url === '/' ? '/index.html' : url;
  const type = TYPES[extname(path)];
  if (!type) return answer.writeHead(404).end();
  const font = extname(path) === '.woff2';
  if (!sent.has(path)) {
    const file = readFileSync(join(folder, path));
    sent.set(path, font ? file : gzipSync(file, { level: 9 }));
  }
  asked.push(path);
  answer.setHeader('content-type', type);
  answer.setHeader('cache-control', 'max-age=600'); // as GitHub Pages does
  if (!font) answer.setHeader('content-encoding', 'gzip');
  void send(answer, /** @type {Buffer} */ (sent.get(path)));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ['--no-sandbox', '--disable-gpu'] });

/** Milliseconds until the figure works, and what was asked for until then. @param {boolean} slow */
async function visit(slow) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } }); // with an empty cache
  const devtools = await page.context().newCDPSession(page);
  slowly = slow;
  if (slow) await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  sent.clear();
  asked = [];
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
  await page.waitForSelector('hcx-teaser[data-ready]', { timeout: 60_000 });
  const files = asked.map((path) => ({ path, bytes: sent.get(path)?.length ?? 0 }));
  const milliseconds = await page.evaluate(() => performance.now());
  await page.close();
  return { milliseconds, files };
}

await visit(false); // the browser itself starts up
const { files, milliseconds } = await visit(false);
const ours = files.filter(({ path }) => extname(path) !== '.woff2').sort((a, b) => b.bytes - a.bytes);
for (const { path, bytes } of ours) console.log(`${String(bytes).padStart(8)}  ${path}`);
console.log(
  `${String(ours.reduce((sum, { bytes }) => sum + bytes, 0)).padStart(8)}  bytes before the first figure works, fonts apart`,
);
console.log(`${milliseconds.toFixed(0)} ms on this machine`);
const times = [];
for (let round = 0; round < rounds; round++) times.push((await visit(true)).milliseconds);
times.sort((a, b) => a - b);
console.log(
  `${times.map((time) => time.toFixed(0)).join(', ')} ms at 1.6 Mbit/s, ${LATENCY} ms latency, ${SLOWDOWN} x CPU`,
);
await browser.close();
server.close();
