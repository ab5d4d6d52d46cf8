// @ts-check
// A step is one line on the terminal: what is done, how long it took. What a program says goes to build/log/.
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { runToEnd } from './child.mjs';
import { inRoot, root } from './root.mjs';

const titleWidth = 44;

/** A step went wrong and the reader can be told why. */
export class StepError extends Error {
  /** @override */
  name = 'StepError';
}

/** @param {number} since milliseconds, from performance.now() */
const secondsSince = (since) => (performance.now() - since) / 1000;

/**
 * Does a piece of work under a title and a clock. A text that the work returns is shown behind its time.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 */
export async function step(title, work) {
  const begin = performance.now();
  process.stdout.write(`  ${title} ${'.'.repeat(Math.max(2, titleWidth - title.length))}`);
  const time = () => `${secondsSince(begin).toFixed(1).padStart(6)} s`;
  try {
    const result = await work();
    process.stdout.write(`${time()}${typeof result === 'string' ? `  ${result}` : ''}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${time()}  failed\n`);
    throw error;
  }
}

/**
 * Runs a program with its words in build/log/<log>.log; a StepError with the last 30 lines if it fails.
 * @param {string} log
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: NodeJS.ProcessEnv, terminal?: boolean}} options
 */
export async function run(log, command, args, options = {}) {
  const { code, file } = await runLogged(log, command, args, options);
  if (code !== 0) throw new StepError(failure(command, args, code, file));
}

/**
 * The same, but any exit code is fine; output: where its standard output goes instead of the log.
 * @param {string} log
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: NodeJS.ProcessEnv, terminal?: boolean, output?: string}} options
 */
export async function runLogged(log, command, args, { env = process.env, terminal = false, output } = {}) {
  mkdirSync(inRoot('build/log'), { recursive: true });
  const file = inRoot('build/log', `${log}.log`);
  const errors = openSync(file, 'w');
  const words = output === undefined ? errors : openSync(output, 'w');
  try {
    const stdio = /** @type {const} */ ([terminal ? 'inherit' : 'ignore', words, errors]);
    return { code: await runToEnd(command, args, { cwd: root, env, stdio: [...stdio], terminal }), file };
  } finally {
    closeSync(errors);
    if (words !== errors) closeSync(words);
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} code
 * @param {string} file
 */
export function failure(command, args, code, file) {
  const shown = cut([command, ...args].map((word) => (/[\s"'$]/.test(word) ? JSON.stringify(word) : word)).join(' '));
  const ending = code === 127 ? 'could not be started (exit code 127)' : `ended with exit code ${code}`;
  return [`${shown}\n${ending}; its last words:\n`, ...lastLines(file), `\nAll of them: ${relative(root, file)}`].join(
    '\n',
  );
}

/**
 * The last lines of a log, and its first two when it is longer: some programs say what is wrong, then how to use them.
 * @param {string} file
 */
export function lastLines(file, count = 30) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const shown = lines.length <= count ? lines : [...lines.slice(0, 2), '...', ...lines.slice(-count)];
  return shown.map((line) => `    ${cut(line)}`);
}

/** @param {string} line */
const cut = (line) => (line.length > 300 ? `${line.slice(0, 300)} ...` : line);

/**
 * The body of a script: says what failed and leaves with exit code 1.
 * @param {() => Promise<void>} body
 */
export async function script(body) {
  try {
    await body();
  } catch (error) {
    process.exitCode = 1;
    const text = error instanceof StepError ? error.message : error instanceof Error ? error.stack : error;
    process.stderr.write(`\n${text}\n`);
  }
}
