// @ts-check
// npm run bench: measures the engine natively, then in a browser.
import { readdirSync } from 'node:fs';
import { runToEnd } from './child.mjs';
import { buildEngine } from './engine.mjs';
import { provideNpmPackages, provideTools } from './packages.mjs';
import { inRoot, root } from './root.mjs';
import { buildSite } from './site.mjs';
import { StepError, script } from './step.mjs';

/**
 * A bench prints its own table: it gets the terminal.
 * @param {string} command
 * @param {string[]} args
 */
async function measure(command, args) {
  console.log();
  const code = await runToEnd(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (code !== 0) throw new StepError(`${[command, ...args].join(' ')} ended with exit code ${code}`);
}

const benches = readdirSync(inRoot('tests/bench'));

await script(async () => {
  await provideTools('cmake', 'ninja', 'emscripten', 'eigen', 'compiler', 'chromium');
  await provideNpmPackages();
  if (benches.some((file) => file.endsWith('.cpp'))) {
    await buildEngine('release', 'engine, native', 'hcx_bench');
    await measure(inRoot('build/release/hcx_bench'), []);
  }
  if (benches.includes('browser.mjs')) {
    await buildEngine('wasm', 'engine, WebAssembly', 'hidden-convex');
    await buildSite();
    await measure(process.execPath, [inRoot('tests/bench/browser.mjs')]);
  }
});
