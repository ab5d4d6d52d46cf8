// @ts-check
// npm test: installs what is missing, builds everything, runs everything; closes with "N passed, N failed".
//   npm test -- native units   only these suites: native, wasm, units, browser
import { parseArgs } from 'node:util';
import { runCatch2 } from './catch2.mjs';
import { buildEngine } from './engine.mjs';
import { provideIfPossible, provideNpmPackages, provideTools } from './packages.mjs';
import { inRoot } from './root.mjs';
import { buildSite } from './site.mjs';
import { StepError, script, step } from './step.mjs';
import { runVitest } from './vitest.mjs';

/** @typedef {import('./catch2.mjs').Outcome} Outcome */
/** @typedef {{name: string, run: () => Promise<Outcome>, needs: (() => Promise<void>)[]}} Suite */

const debugEngine = once(() => buildEngine('debug', 'engine, native, with sanitizers'));
const wasmEngine = once(() => buildEngine('wasm', 'engine, WebAssembly', 'hidden-convex'));
const wasmTests = once(() => buildEngine('wasm', "engine's tests, WebAssembly", 'hcx_tests'));
const site = once(() => buildSite());
const otherBrowsers = once(() => provideIfPossible('Firefox and WebKit', 'firefox', 'webKitDriver', 'xvfb'));

/** @type {Suite[]} */
const suites = [
  { name: 'native', needs: [debugEngine], run: () => runCatch2('native', [inRoot('build/debug/hcx_tests')]) },
  {
    name: 'wasm',
    needs: [wasmEngine, wasmTests],
    // Emscripten's glue would take Node's fetch for a browser's.
    run: () => runCatch2('wasm', [process.execPath, '--no-experimental-fetch', inRoot('build/wasm/hcx_tests.cjs')]),
  },
  { name: 'units', needs: [debugEngine, wasmEngine], run: () => runVitest('units') },
  { name: 'browser', needs: [wasmEngine, site, otherBrowsers], run: () => runVitest('browser') },
];

/**
 * The same work is done once; who asks again gets the same answer.
 * @param {() => Promise<void>} work
 */
function once(work) {
  /** @type {Promise<void> | undefined} */
  let done;
  return () => {
    done ??= work();
    return done;
  };
}

function chosenSuites() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const unknown = positionals.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown) throw new StepError(`No suite "${unknown}"; there are ${suites.map((suite) => suite.name).join(', ')}`);
  return suites.filter((suite) => positionals.length === 0 || positionals.includes(suite.name));
}

/** @param {Suite} suite */
async function runSuite({ name, needs, run }) {
  const begin = performance.now();
  let seconds = 0;
  const outcome = await attempt(async () => {
    for (const need of needs) await need();
    const started = performance.now();
    const result = await step(`tests, ${name}`, run);
    seconds = (performance.now() - started) / 1000;
    return result.passed + result.failed > 0 ? result : { ...result, failed: 1, complaints: ['no test ran'] };
  });
  return { name, seconds: seconds || (performance.now() - begin) / 1000, ...outcome };
}

/** @param {() => Promise<Outcome>} run @returns {Promise<Outcome>} a suite that cannot start is one failure */
async function attempt(run) {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return { passed: 0, failed: 1, skipped: 0, complaints: [error.message] };
  }
}

/** @typedef {Outcome & {name: string, seconds: number}} Row */

/** @param {Row[]} rows */
function printReport(rows) {
  const complaints = new Set(rows.flatMap((row) => row.complaints));
  for (const complaint of complaints) {
    const names = rows.filter((row) => row.complaints.includes(complaint)).map((row) => row.name);
    console.log(`\n[${names.join(', ')}] ${complaint}`);
  }
  console.log(`\n  ${'suite'.padEnd(10)} passed  failed  skipped  seconds`);
  for (const { name, passed, failed, skipped, seconds } of rows) {
    const cells = [
      String(passed).padStart(6),
      String(failed).padStart(6),
      String(skipped).padStart(7),
      seconds.toFixed(1).padStart(7),
    ];
    console.log(`  ${name.padEnd(10)} ${cells.join('  ')}`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed') > 0) process.exitCode = 1;
}

await script(async () => {
  const chosen = chosenSuites();
  await provideTools('cmake', 'ninja', 'emscripten', 'eigen', 'compiler', 'catch2', 'chromium');
  await provideNpmPackages();
  const rows = [];
  for (const suite of chosen) rows.push(await runSuite(suite));
  printReport(rows);
});
