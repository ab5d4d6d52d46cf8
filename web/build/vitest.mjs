// @ts-check
// Runs one project of vitest.config.ts and reads its JSON report.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { inRoot, root } from './root.mjs';
import { lastLines, runLogged } from './step.mjs';

/** @typedef {import('./catch2.mjs').Outcome} Outcome */

/**
 * @param {string} project
 * @returns {Promise<Outcome>}
 */
export async function runVitest(project) {
  const report = inRoot('build/log', `${project}.json`);
  rmSync(report, { force: true });
  const vitest = inRoot('node_modules/vitest/vitest.mjs');
  const args = [
    vitest,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code, file } = await runLogged(project, process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } });
  if (existsSync(report)) {
    const outcome = readVitest(JSON.parse(readFileSync(report, 'utf8')));
    if ((code === 0) === (outcome.failed === 0)) return outcome;
    return { ...outcome, failed: outcome.failed + 1, complaints: [...outcome.complaints, ...lastLines(file)] };
  }
  return { passed: 0, failed: 1, skipped: 0, complaints: lastLines(file) };
}

/**
 * @param {any} report of vitest's json reporter
 * @returns {Outcome}
 */
export function readVitest(report) {
  /** @type {any[]} */
  const files = report.testResults;
  const tests = files.flatMap((file) =>
    file.assertionResults.map((/** @type {any} */ test) => ({ ...test, file: file.name })),
  );
  const failed = tests.filter((test) => test.status === 'failed');
  const broken = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed.length + broken.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).length,
    complaints: [
      ...failed.map((test) =>
        complaint(`${relative(root, test.file)}: ${test.fullName}`, test.failureMessages.join('\n')),
      ),
      ...broken.map((file) => complaint(relative(root, file.name), file.message)),
    ],
  };
}

/** @param {{status: string}} test */
const isFailed = (test) => test.status === 'failed';

/** The title and the message, without the lines that lead through other people's code. @param {string} title @param {string} message */
function complaint(title, message) {
  const lines = message
    .trim()
    .split('\n')
    .filter((line) => !line.includes('node_modules/'));
  return [title, ...lines.slice(0, 12).map((line) => `    ${line.trim()}`)].join('\n');
}
