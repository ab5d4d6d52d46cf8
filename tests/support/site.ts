import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { securityHeaders } from '../../web/build/content-security-policy.mjs';
import { inRoot } from '../../web/build/root.mjs';

const mimeTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** A running server. `address` is that of the page; `asked` lists the files sent, `missing` what was not found. */
export interface Site {
  readonly address: string;
  readonly asked: readonly string[];
  readonly missing: readonly string[];
  close(): Promise<void>;
}

export interface SiteOptions {
  /** The folder to serve; default: the built site. */
  folder?: string;
  /** The path it is served under, as on a host that many share. Default '/some/where/'. */
  under?: string;
  /** Sent with every answer; default: the site's Content-Security-Policy. */
  headers?: Record<string, string>;
}

/** Serves a folder as a plain static host does. */
export async function serveSite(options: SiteOptions = {}): Promise<Site> {
  const { folder = inRoot('dist'), under = '/some/where/', headers = securityHeaders } = options;
  const asked: string[] = [];
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileFor(folder, under, decodeURIComponent(pathname));
    if (file === undefined) {
      missing.push(pathname);
      response.writeHead(404, headers).end();
      return;
    }
    asked.push(file);
    const type = mimeTypes[extname(file)] ?? 'application/octet-stream';
    const described = { 'Content-Type': type, 'Content-Length': statSync(file).size, 'Cache-Control': 'max-age=600' };
    response.writeHead(200, { ...headers, ...described });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${under}`, asked, missing, close: () => close(server) };
}

function fileFor(folder: string, under: string, pathname: string): string | undefined {
  if (!pathname.startsWith(under)) return undefined;
  const path = normalize(join(folder, pathname.slice(under.length)));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  return existsSync(file) ? file : undefined;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
