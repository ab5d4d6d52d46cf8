// @ts-check
// npm run bench: measures the engine natively, then in a browser.
import { existsSync } from 'node:fs';
import { runToEnd } from './child.mjs';
import { buildEngine } from './engine.mjs';
import { provideNpmPackages, provideTools } from './packages.mjs';
import { inRoot, root } from './root.mjs';
import { StepError, script } from './step.mjs';

/**
 * A bench prints its own table: it gets the terminal. One that is not there is left out.
 * @param {string} file
 * @param {string} command
 * @param {string[]} args
 */
async function measure(file, command, args) {
  if (!existsSync(inRoot(file))) return console.log(`\n  ${file} is not there, left out`);
  console.log(`\n  ${file}\n`);
  const code = await runToEnd(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (code !== 0) throw new StepError(`${file} ended with exit code ${code}`);
}

await script(async () => {
  await provideTools('cmake', 'ninja', 'emscripten', 'eigen', 'compiler', 'chromium');
  await provideNpmPackages();
  await buildEngine('release', 'engine, native');
  await buildEngine('wasm', 'engine, WebAssembly', 'hidden-convex');
  await measure('build/release/hcx_bench', inRoot('build/release/hcx_bench'), []);
  await measure('tests/bench/browser.mjs', process.execPath, [inRoot('tests/bench/browser.mjs')]);
});
