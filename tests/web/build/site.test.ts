import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../web/build/content-security-policy.mjs';
import { type Site, serveSite } from '../../support/site.ts';

let folder: string;
let site: Site;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hidden-convex-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'engine.wasm'), '\0asm');
  site = await serveSite({ folder });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

test('the tests serve the site under a folder, with its security policy', async () => {
  const answer = await fetch(site.address);
  expect(new URL(site.address).pathname).toBe('/some/where/');
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
});

test('WebAssembly is served as such, so that it may be compiled while it arrives', async () => {
  const answer = await fetch(`${site.address}engine.wasm`);
  expect(answer.headers.get('content-type')).toBe('application/wasm');
});

test('what is not there, or lies outside, is not found', async () => {
  expect((await fetch(`${site.address}nothing.js`)).status).toBe(404);
  expect((await fetch(`${site.address}%2e%2e%2f%2e%2e%2fetc/passwd`)).status).toBe(404);
  expect((await fetch(new URL('/', site.address))).status).toBe(404);
});
