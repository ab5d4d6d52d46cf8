// @ts-check
// npm start: installs what is missing, builds the article, serves it on this machine.
//   npm start -- --port 8000   the first port to try (5173)
//   npm start -- --open        opens the browser
import { parseArgs } from 'node:util';
import { securityHeaders } from './content-security-policy.mjs';
import { buildEngine } from './engine.mjs';
import { provideNpmPackages, provideTools } from './packages.mjs';
import { root } from './root.mjs';
import { buildSite } from './site.mjs';
import { StepError, script } from './step.mjs';

function readOptions() {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '5173' }, open: { type: 'boolean', default: false } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StepError(`--port is ${values.port}, expected a whole number from 1 to 65535`);
  }
  return { port, open: values.open };
}

/** @param {{port: number, open: boolean}} options */
async function serve(options) {
  const { preview } = await import('vite'); // not before npm ci
  const server = await preview({
    root,
    configFile: false,
    appType: 'mpa', // what is not there is not found
    logLevel: 'warn',
    preview: { ...options, strictPort: false, headers: securityHeaders },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  console.log(`\nThe article is at ${address}  (Ctrl-C ends it)`);
}

await script(async () => {
  const options = readOptions();
  await provideTools('cmake', 'ninja', 'emscripten', 'eigen');
  await provideNpmPackages();
  await buildEngine('wasm', 'engine, WebAssembly', 'hidden-convex');
  await buildSite();
  await serve(options);
});
