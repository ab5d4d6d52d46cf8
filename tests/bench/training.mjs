// @ts-check
// How fast the engine trains: natively, in WebAssembly in Node and in Chromium, beside the machine's own limit and the peers
// that this machine has. Prints tables and writes results/<date>-<commit>-training.json. training/README.md says what is
// measured.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { circumstances, printCircumstances, writeResults } from './circumstances.mjs';
import { bundle, withChromium } from './page.mjs';
import { oneThread, python } from './python.mjs';
import { lines, runFor } from './run.mjs';
import { readCase } from './training/case.mjs';
import { timeCase, timePeak } from './training/ours.mjs';
import { printRows } from './training/table.mjs';

/** @typedef {import('./training/case.mjs').Case} Case */
/** @typedef {import('./training/case.mjs').Peak} Peak */
/** @typedef {import('./training/case.mjs').Row} Row */
/** @typedef {import('./page.mjs').Call} Call */

const folder = 'build/bench/training';
const native = 'build/release/hcx_bench_training';
const peakModule = 'build/wasm/tests/bench/hcx_peak.wasm';
const [inNode, inChromium] = ['WebAssembly, Node', 'WebAssembly, Chromium'];
const inPage = '/tests/bench/training/in-page.mjs';

/** @param {string} name of a case */
const caseFile = (name) => `${folder}/${name}.json`;

/** @param {...string} words @returns {any[]} what the native half prints */
const natively = (...words) => lines(execFileSync(native, words, { encoding: 'utf8' }));

/** @returns {Case[]} */
function writeCases() {
  rmSync(folder, { recursive: true, force: true });
  return natively('cases', folder).map(({ name }) => readCase(caseFile(name)));
}

/** @returns {Record<string, string>} peers and their versions */
function peers() {
  const torch = runFor(60, python, ['tests/bench/training/pytorch.py', 'version'], oneThread);
  const { version } = createRequire(import.meta.url)('@tensorflow/tfjs-backend-wasm/package.json');
  return { ...(torch.code === 0 ? { PyTorch: torch.output.trim() } : {}), 'TensorFlow.js': version };
}

/** @param {string} name @returns {Row} */
function timePyTorch(name) {
  const words = ['tests/bench/training/pytorch.py', caseFile(name)];
  const { output, code, late } = runFor(120, python, words, oneThread);
  if (code === 0) return JSON.parse(output);
  return { case: name, platform: 'PyTorch', note: late ? '> 120 s' : `failed with exit code ${code}` };
}

/** @param {Call} call @param {string} name @returns {Promise<Row>} */
function timeTensorFlow(call, name) {
  const argument = { file: `/${caseFile(name)}`, folder: '/node_modules/@tensorflow/tfjs-backend-wasm/dist/' };
  const failed = (/** @type {Error} */ { message }) => ({ case: name, platform: 'TensorFlow.js', note: message });
  return call('/build/bench/tfjs/bundle.mjs', 'timeTensorFlow', argument).catch(failed);
}

/** @param {Call} call @returns {Promise<Peak[]>} */
const timePeaks = async (call) => [
  ...natively('peak'),
  await timePeak(readFileSync(peakModule), inNode),
  await call(inPage, 'timeMachine', { file: `/${peakModule}`, platform: inChromium }),
];

/**
 * Case by case on every platform, so that what is compared was measured within seconds; the peaks between them.
 * @param {Case[]} cases @param {boolean} withTorch @param {Call} call
 */
async function timeAll(cases, withTorch, call) {
  const { createEngine } = await import(new URL('../../dist/engine/index.js', import.meta.url).href);
  const engine = await createEngine();
  /** @type {Peak[]} */
  const peaks = [];
  /** @type {Row[]} */
  const rows = [];
  for (const one of cases) {
    const { name, group } = one;
    if (group === 'descent') peaks.push(...(await timePeaks(call)));
    rows.push(...natively('time', name), timeCase(engine, one, inNode));
    rows.push(await call(inPage, 'timeEngine', { file: `/${caseFile(name)}`, platform: inChromium }));
    if (group !== 'descent') continue;
    if (withTorch) rows.push(timePyTorch(name));
    rows.push(await timeTensorFlow(call, name));
  }
  peaks.push(...(await timePeaks(call)));
  return { rows, peaks };
}

/** @param {Peak[]} peaks @returns {Map<string, number>} the best of each platform */
function bestPeaks(peaks) {
  const best = new Map();
  for (const { platform, operationsPerSecond } of peaks)
    best.set(platform, Math.max(best.get(platform) ?? 0, operationsPerSecond));
  return best;
}

/**
 * Held against our native loss and the platform's peak: a step of the plain algorithm has n m (4 d + 6) operations - two
 * products with X, 2 d each; a comparison, a choice and the second layer's product and sum forth, a choice and a product back.
 * @param {Row} row @param {Case[]} cases @param {Row[]} rows @param {Map<string, number>} peaks
 * @returns {Row}
 */
function judged(row, cases, rows, peaks) {
  const one = cases.find(({ name }) => name === row.case);
  const ours = rows.find((other) => other.case === row.case && other.platform === 'native')?.loss;
  const error = row.loss === undefined || ours === undefined ? undefined : Math.abs(row.loss / ours - 1);
  const peak = peaks.get(row.platform);
  if (one?.group !== 'descent' || peak === undefined || row.stepsPerSecond === undefined) return { ...row, error };
  const operations = one.points * one.width * (4 * one.dimension + 6);
  return { ...row, error, ofPeak: (row.stepsPerSecond * operations) / peak };
}

const versions = peers();
const head = circumstances(versions);
printCircumstances('training', head);
const withTorch = 'PyTorch' in versions;
if (!withTorch)
  console.log('  PyTorch is not on this machine; skipped (npm run bench -- training --torch installs it)');

const cases = writeCases();
await bundle('tests/bench/training/tfjs.mjs', 'build/bench/tfjs');
const { rows, peaks, chromium } = await withChromium(async (call, version) => ({
  ...(await timeAll(cases, withTorch, call)),
  chromium: version,
}));

const limits = bestPeaks(peaks);
console.log('\n  additions and multiplications of doubles, two a register, not fused:');
for (const [platform, rate] of limits) console.log(`    ${platform.padEnd(22)} ${(rate / 1e9).toFixed(1)} GFLOP/s`);
const results = rows.map((row) => judged(row, cases, rows, limits));
const groups = { descent: 'm-n-d', optimizers: 'm-n-d-optimizer', figure: 'all steps' };
for (const [group, title] of Object.entries(groups)) {
  const names = new Set(cases.filter((one) => one.group === group).map(({ name }) => name));
  const shown = results.filter((row) => names.has(row.case));
  printRows(title, shown);
}
writeResults({ ...head, chromium }, { peaks: Object.fromEntries(limits), results }, '-training');
