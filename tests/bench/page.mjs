// @ts-check
// Pages of Chromium on a server of our own, which import modules of the project and call their functions.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { inRoot } from '../../web/build/root.mjs';
import { chromium as chromiumProgram } from '../../web/build/toolchain.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** The project's files, and an empty page. */
function serveProject() {
  const server = createServer(async ({ url = '/' }, answer) => {
    const path = new URL(url, 'http://localhost').pathname;
    if (path === '/') return answer.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
    try {
      const body = await readFile(inRoot(`.${path}`));
      answer.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain').end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  return new Promise((/** @type {(listening: typeof server) => void} */ resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** @typedef {(module: string, name: string, argument: object) => Promise<any>} Call */

/** Runs in the page. @param {{module: string, name: string, argument: object}} called */
const callInPage = async ({ module, name, argument }) => (await import(module))[name](argument);

/**
 * Does some work with a browser. Every call gets a page of its own, so that none meets what another left.
 * @template T
 * @param {(call: Call, version: string) => Promise<T>} work modules are named from the project's root, with a slash
 */
export async function withChromium(work) {
  const server = await serveProject();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    return await work(async (module, name, argument) => {
      const page = await browser.newPage();
      try {
        await page.goto(`http://127.0.0.1:${port}/`);
        return await page.evaluate(callInPage, { module, name, argument });
      } finally {
        await page.close();
      }
    }, browser.version());
  } finally {
    await browser.close();
    server.close();
  }
}

/** Makes one module of a file and the packages it imports. @param {string} entry @param {string} folder */
export async function bundle(entry, folder) {
  const lib = { entry: inRoot(entry), formats: [/** @type {const} */ ('es')], fileName: () => 'bundle.mjs' };
  const output = { outDir: inRoot(folder), emptyOutDir: true, minify: false, reportCompressedSize: false, lib };
  await build({ configFile: false, publicDir: false, logLevel: 'error', build: output });
}
