// @ts-check
// npm run build: the static site in dist/, the engine library in dist/engine/.
import { buildEngine } from './engine.mjs';
import { provideNpmPackages, provideTools } from './packages.mjs';
import { buildSite } from './site.mjs';
import { script } from './step.mjs';

await script(async () => {
  await provideTools('cmake', 'ninja', 'emscripten', 'eigen');
  await provideNpmPackages();
  await buildEngine('wasm', 'engine, WebAssembly', 'hidden-convex');
  await buildSite();
});
