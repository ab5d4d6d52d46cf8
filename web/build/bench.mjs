// @ts-check
// npm run bench: measures the engine beside other solvers and trainers, then in a browser.
//   npm run bench -- convex             only this bench: convex, training, landscape, browser, drag
//   npm run bench -- training --torch   installs PyTorch first where apt has it: big, some minutes
import { parseArgs } from 'node:util';
import { runToEnd } from './child.mjs';
import { buildEngine } from './engine.mjs';
import { provideNpmPackages, provideTools } from './packages.mjs';
import { providePyTorch, provideSolvers } from './peers.mjs';
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { torch: { type: 'boolean', default: false } },
});

const benches = {
  convex: async () => {
    await provideSolvers();
    await buildEngine('release', 'engine, native', 'hcx_bench');
    await measure(process.execPath, [inRoot('tests/bench/convex.mjs')]);
  },
  training: async () => {
    await providePyTorch(values.torch);
    await buildEngine('release', 'engine, native', 'hcx_bench_training');
    await buildEngine('wasm', 'peak, WebAssembly', 'hcx_peak');
    await measure(process.execPath, [inRoot('tests/bench/training.mjs')]);
  },
  landscape: async () => {
    await measure(process.execPath, [inRoot('tests/bench/landscape.mjs')]);
  },
  browser: async () => {
    await measure(process.execPath, [inRoot('tests/bench/browser.mjs')]);
  },
  drag: async () => {
    await measure(process.execPath, [inRoot('tests/bench/drag.mjs')]);
  },
};

/** @returns {(keyof typeof benches)[]} */
function chosenBenches() {
  const all = /** @type {(keyof typeof benches)[]} */ (Object.keys(benches));
  const unknown = positionals.find((name) => !all.some((bench) => bench === name));
  if (unknown) throw new StepError(`No bench "${unknown}"; there are ${all.join(', ')}`);
  return all.filter((bench) => positionals.length === 0 || positionals.includes(bench));
}

await script(async () => {
  const chosen = chosenBenches();
  await provideTools('cmake', 'ninja', 'emscripten', 'eigen', 'compiler', 'chromium');
  await provideNpmPackages();
  await buildEngine('wasm', 'engine, WebAssembly', 'hidden-convex');
  await buildSite();
  for (const bench of chosen) await benches[bench]();
});
