// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * Runs a program for at most some seconds (and a few more for its start).
 * @param {number} seconds
 * @param {string} command
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @returns {{output: string, code: number | null, late: boolean}}
 */
export function runFor(seconds, command, words, env) {
  const options = { env, timeout: 1000 * (seconds + 5), encoding: /** @type {const} */ ('utf8') };
  const { stdout, status, signal, error } = spawnSync(command, words, options);
  const late = signal === 'SIGALRM' || /** @type {NodeJS.ErrnoException} */ (error)?.code === 'ETIMEDOUT';
  return { output: stdout ?? '', code: status, late };
}

/** @param {string} text one JSON value a line */
export const lines = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
