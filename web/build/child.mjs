// @ts-check
// Child processes that never outlive the script that started them.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let leaving = false;

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, terminal?: boolean}} options
 *   terminal: keep the program in the terminal's own process group, so that it may ask for a password
 * @returns {Promise<number>} its exit code; 127 when it could not be started, 128 + n when signal n ended it
 */
export function runToEnd(command, args, { terminal = false, ...options } = {}) {
  return new Promise((resolve) => {
    // A group of its own: ending the group also ends the compilers and browsers that the program started.
    const child = spawn(command, args, { ...options, detached: !terminal });
    running.add(child);
    const finish = (/** @type {number} */ code) => {
      running.delete(child);
      if (!leaving) resolve(code); // whoever waits has nothing to say any more
    };
    child.on('error', () => finish(127));
    child.on('close', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  for (const child of running) {
    if (child.pid === undefined) continue;
    for (const target of [-child.pid, child.pid]) {
      try {
        process.kill(target, signal);
      } catch {
        // already gone, or not the leader of a group
      }
    }
  }
}

process.on('exit', () => signalAll('SIGKILL'));

/** @param {number} number of the signal */
async function leave(number) {
  leaving = true;
  signalAll('SIGTERM');
  // Whoever has not left after two seconds is killed by the exit handler.
  for (let polls = 0; running.size > 0 && polls < 40; polls++) await setTimeout(50);
  process.exit(128 + number);
}

process.on('SIGINT', () => leave(2));
process.on('SIGTERM', () => leave(15));
process.on('SIGHUP', () => leave(1));
