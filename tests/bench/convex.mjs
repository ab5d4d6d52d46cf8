// @ts-check
// The convex solvers on the same instances: ours natively and in WebAssembly, and the peers that this machine has. Prints a
// table and writes results/<commit>.json. README.md beside this file says what is measured.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { circumstances, printCircumstances, writeResults } from './circumstances.mjs';
import { oneThread, python } from './python.mjs';
import { lines, runFor } from './run.mjs';
import { printAgain, printTable } from './table.mjs';

/**
 * @typedef {object} Row
 * @property {string} instance
 * @property {string} solver
 * @property {number} [milliseconds]   the solver alone, median
 * @property {number} [modelling]   milliseconds to build its matrices before that
 * @property {number} [objective]
 * @property {number} [lowerBound]   proven by the engine's certificate
 * @property {number} [violation]
 * @property {string} [status]
 * @property {string} [note]   why there is no time
 * @property {number} [error]   of the objective, relative to the best known
 */

const SECONDS = 60; // a peer's run
const folder = 'build/bench/instances';
const native = 'build/release/hcx_bench';

/** What a minute is not enough for, as measured once. @type {Record<string, RegExp>} */
const tooSlow = { ECOS: /^P[58]/, CVXOPT: /^P[458]/, 'scs-solver': /^P[58]/ };

/** @type {Record<string, number>} the best objective that any solver has reached with its blocks in their cones */
const bestKnown = JSON.parse(readFileSync('tests/bench/best-known.json', 'utf8'));

/** @param {string} name */
const instanceFile = (name) => `${folder}/${name}.json`;

/** @returns {string[]} the names of the instances */
function writeInstances() {
  rmSync(folder, { recursive: true, force: true });
  execFileSync(native, ['instances', folder]);
  return readdirSync(folder).map((file) => file.replace('.json', ''));
}

/** @returns {Record<string, string>} peers and their versions */
function peers() {
  const found = runFor(20, python, ['tests/bench/peers.py', 'list'], oneThread);
  const { version } = createRequire(import.meta.url)('scs-solver/package.json');
  return { ...(found.output ? JSON.parse(found.output) : {}), 'scs-solver': version };
}

/** @param {string} solver @param {string} instance @returns {Row} */
function solveWithPeer(solver, instance) {
  if (tooSlow[solver].test(instance)) return { instance, solver, note: `> ${SECONDS} s, skipped` };
  const file = instanceFile(instance);
  const [command, words] =
    solver === 'scs-solver'
      ? [process.execPath, ['tests/bench/scs.mjs', file]]
      : [python, ['tests/bench/peers.py', solver, file]];
  const { output, late, code } = runFor(SECONDS, command, [...words, String(SECONDS)], oneThread);
  if (late) return { instance, solver, note: `> ${SECONDS} s` };
  return code === 0 ? JSON.parse(output) : { instance, solver, note: `failed with exit code ${code}` };
}

/** @param {Row} row */
function judged(row) {
  const best = bestKnown[row.instance];
  return row.objective === undefined || !best ? row : { ...row, error: row.objective / best - 1 };
}

const versions = peers();
const head = circumstances(versions);
printCircumstances('convex solvers', head);
for (const missing of ['ECOS', 'CVXOPT'].filter((name) => !(name in versions)))
  console.log(`  ${missing} is not on this machine (on Debian: see web/build/peers.mjs); skipped`);

const names = writeInstances();
/** @type {Row[]} */
const rows = [
  ...lines(execFileSync(native, ['time'], { encoding: 'utf8' })),
  ...lines(execFileSync(process.execPath, ['tests/bench/wasm.mjs', ...names.map(instanceFile)], { encoding: 'utf8' })),
];
for (const solver of Object.keys(versions)) for (const name of names) rows.push(solveWithPeer(solver, name));

const results = names.flatMap((name) => rows.filter((row) => row.instance === name).map(judged));
printTable(results);
const again = lines(
  execFileSync(native, ['again', ...names.filter((name) => name.startsWith('P3'))], { encoding: 'utf8' }),
);
printAgain(again);
writeResults(head, { results, again });
