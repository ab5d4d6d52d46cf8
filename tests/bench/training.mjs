// @ts-check
// How fast the engine trains: natively, in WebAssembly in Node and in Chromium, beside the machine's own limit and the peers
// that this machine has. Prints tables and writes results/<date>-<commit>-training.json. training/README.md says what
// is measured.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { circumstances, printCircumstances, writeResults } from './circumstances.mjs';
import { oneThread, python } from './python.mjs';
import { lines, runFor } from './run.mjs';
import { readCase } from './training/case.mjs';
import { timeCase, timePeak } from './training/ours.mjs';
import { bundle, withChromium } from './training/page.mjs';
import { printRows } from './training/table.mjs';

/** @typedef {import('./training/case.mjs').Case} Case */
/** @typedef {import('./training/case.mjs').Peak} Peak */
/** @typedef {import('./training/case.mjs').Row} Row */

const folder = 'build/bench/training';
const native = 'build/release/hcx_bench_training';
const peakModule = 'build/wasm/tests/bench/hcx_peak.wasm';
const [inNode, inChromium] = ['WebAssembly, Node', 'WebAssembly, Chromium'];

/** @returns {Case[]} */
function writeCases() {
  rmSync(folder, { recursive: true, force: true });
  execFileSync(native, ['cases', folder]);
  return readdirSync(folder).map((file) => readCase(`${folder}/${file}`));
}

/** @returns {Record<string, string>} peers and their versions */
function peers() {
  const torch = runFor(60, python, ['tests/bench/training/pytorch.py', 'version'], oneThread);
  const { version } = createRequire(import.meta.url)('@tensorflow/tfjs-backend-wasm/package.json');
  return { ...(torch.code === 0 ? { PyTorch: torch.output.trim() } : {}), 'TensorFlow.js': version };
}

/** @param {...string} words @returns {any[]} what the native half prints */
const natively = (...words) => lines(execFileSync(native, words, { encoding: 'utf8' }));

/** @param {Case[]} cases @returns {Promise<{rows: Row[], peaks: Peak[]}>} */
async function timeInNode(cases) {
  const { createEngine } = await import(new URL('../../dist/engine/index.js', import.meta.url).href);
  const engine = await createEngine();
  const peak = () => timePeak(readFileSync(peakModule), inNode);
  const before = await peak();
  const rows = cases.map((one) => timeCase(engine, one, inNode));
  return { rows, peaks: [before, await peak()] };
}

/** @param {string[]} files of cases */
const timeInChromium = (files) =>
  withChromium(async (call, version) => {
    const inPage = '/tests/bench/training/in-page.mjs';
    const peak = () => call(inPage, 'timeMachine', { file: `/${peakModule}`, platform: inChromium });
    const peaks = [await peak()];
    const rows = [];
    for (const file of files) rows.push(await call(inPage, 'timeEngine', { file: `/${file}`, platform: inChromium }));
    peaks.push(await peak());
    return { rows, peaks, version };
  });

/** @param {string} file of a case @param {string} name @returns {Row} */
function timePyTorch(file, name) {
  const { output, code } = runFor(60, python, ['tests/bench/training/pytorch.py', file], oneThread);
  return code === 0 ? JSON.parse(output) : { case: name, platform: 'PyTorch', note: `failed with exit code ${code}` };
}

/** @param {Case[]} cases @returns {Promise<Row[]>} */
async function timeTensorFlow(cases) {
  await bundle('tests/bench/training/tfjs.mjs', 'build/bench/tfjs');
  return withChromium(async (call) => {
    const rows = [];
    for (const { name } of cases) {
      const from = { file: `/${folder}/${name}.json`, folder: '/node_modules/@tensorflow/tfjs-backend-wasm/dist/' };
      const failed = (/** @type {Error} */ { message }) => ({ case: name, platform: 'TensorFlow.js', note: message });
      rows.push(await call('/build/bench/tfjs/bundle.mjs', 'timeTensorFlow', from).catch(failed));
    }
    return rows;
  });
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
if (!('PyTorch' in versions))
  console.log('  PyTorch is not on this machine; skipped (npm run bench -- training --torch installs it)');

const cases = writeCases();
const files = cases.map(({ name }) => `${folder}/${name}.json`);
const peaksBefore = natively('peak');
const nativeRows = natively('time');
const node = await timeInNode(cases);
const chromium = await timeInChromium(files);
const compared = cases.filter(({ group }) => group === 'descent');
const torchRows = 'PyTorch' in versions ? compared.map(({ name }) => timePyTorch(`${folder}/${name}.json`, name)) : [];
const peerRows = [...torchRows, ...(await timeTensorFlow(compared))];

/** The best of before and after. @type {Map<string, number>} */
const peaks = new Map();
for (const { platform, operationsPerSecond } of [...peaksBefore, ...natively('peak'), ...node.peaks, ...chromium.peaks])
  peaks.set(platform, Math.max(peaks.get(platform) ?? 0, operationsPerSecond));

/** @type {Row[]} */
const rows = [...nativeRows, ...node.rows, ...chromium.rows, ...peerRows];
const order = nativeRows.map((row) => row.case);
const results = order
  .flatMap((name) => rows.filter((row) => row.case === name))
  .map((row) => judged(row, cases, rows, peaks));
console.log('\n  additions and multiplications of doubles, two a register, not fused:');
for (const [platform, rate] of peaks) console.log(`    ${platform.padEnd(22)} ${(rate / 1e9).toFixed(1)} GFLOP/s`);
for (const [group, title] of [
  ['descent', 'm-n-d'],
  ['optimizers', 'm-n-d-optimizer'],
  ['figure', 'all steps'],
]) {
  const names = new Set(cases.filter((one) => one.group === group).map(({ name }) => name));
  printRows(
    title,
    results.filter((row) => names.has(row.case)),
  );
}
writeResults({ ...head, chromium: chromium.version }, { peaks: Object.fromEntries(peaks), results }, '-training');
