// @ts-check
// Where and of what a bench's numbers are, and where they go.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';
import { runFor } from './run.mjs';

/** The commit, with a + when the engine has changes; outside a repository "unknown". */
function commit() {
  const git = (/** @type {string[]} */ ...words) => runFor(10, 'git', words, process.env).output.trim();
  const changed = git('status', '--porcelain', '--', 'cpp', 'web/engine') ? '+' : '';
  return (git('rev-parse', '--short', 'HEAD') || 'unknown') + changed;
}

/** @param {Record<string, string>} peers and their versions */
export function circumstances(peers) {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    processor: cpus()[0]?.model,
    cores: cpus().length,
    system: `${type()} ${release()}`,
    load: loadavg()[0],
    node: process.version,
    peers,
  };
}

/** @typedef {ReturnType<typeof circumstances>} Circumstances */

/** @param {string} what is measured @param {Circumstances} head */
export function printCircumstances(what, head) {
  console.log(`  ${what}, ${head.processor}, ${head.cores} cores, one used, commit ${head.commit}, ${head.date}`);
  if (head.load > 0.5 * head.cores)
    console.log(`  the machine is busy (load ${head.load.toFixed(1)}): times are too long`);
}

/** @param {Circumstances & Record<string, unknown>} head @param {object} results @param {string} suffix of the file's name */
export function writeResults(head, results, suffix = '') {
  mkdirSync('tests/bench/results', { recursive: true });
  const file = `tests/bench/results/${head.date}-${head.commit}${suffix}.json`;
  writeFileSync(file, `${JSON.stringify({ ...head, ...results }, null, 2)}\n`);
  console.log(`\n  written to ${file}`);
}
