// @ts-check
// Draws the posters of the figures into build/posters/: the figures' own code, run without a browser by the engine.
import { createServer } from 'vite';
import { inRoot, root } from './root.mjs';

const server = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'warn',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  /** @type {any} */
  const { writePosters } = await server.ssrLoadModule('/web/posters/write.ts');
  await writePosters(inRoot('build/posters'), inRoot('web/style/tokens.css'));
} finally {
  await server.close();
}
