// @ts-check
// Runs a Catch2 program (2.x or 3.x) and reads its XML reports.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { inRoot } from './root.mjs';
import { lastLines, runLogged } from './step.mjs';

/** @typedef {{passed: number, failed: number, skipped: number, complaints: string[]}} Outcome */

/**
 * Deals the tests of the program out to as many processes as there are processors.
 * @param {string} name of the logs
 * @param {string[]} program and its arguments
 * @returns {Promise<Outcome>}
 */
export async function runCatch2(name, program) {
  const tests = await testNames(name, program);
  const hands = Math.max(1, Math.min(availableParallelism(), tests.length));
  const outcomes = await Promise.all(
    Array.from({ length: hands }, (_, hand) => {
      const dealt = tests.filter((_, i) => i % hands === hand);
      return runDealt(`${name}-${hand + 1}`, [...program, dealt.map(specified).join(',')]);
    }),
  );
  return withMissing(together(outcomes), tests.length);
}

/** A test that no process ran, for whatever reason, is a failure. @param {Outcome} outcome @param {number} expected */
function withMissing(outcome, expected) {
  const missing = expected - outcome.passed - outcome.failed - outcome.skipped;
  if (missing <= 0) return outcome;
  const complaint = `${missing} of ${expected} tests did not run`;
  return { ...outcome, failed: outcome.failed + missing, complaints: [...outcome.complaints, complaint] };
}

/** A name as Catch2 asks for it among others. @param {string} name */
const specified = (name) => name.replace(/[\\,[\]"*~]/g, '\\$&');

/** What a program lists, one name a line. @param {string} name @param {string[]} program */
async function testNames(name, [command, ...args]) {
  const output = inRoot('build/log', `${name}-tests.txt`);
  // Version 2 ends with the number of tests where other programs end with 0, and version 3 knows another option.
  for (const list of [['--list-test-names-only'], ['--list-tests', '--verbosity', 'quiet']]) {
    await runLogged(`${name}-tests`, command, [...args, ...list], { output });
    const lines = readFileSync(output, 'utf8').split('\n');
    const names = lines.map((line) => line.trim()).filter((line) => line !== '');
    if (names.length > 0) return names;
  }
  return [];
}

/** @param {Outcome[]} outcomes @returns {Outcome} */
const together = (outcomes) => ({
  passed: sum(outcomes.map(({ passed }) => passed)),
  failed: sum(outcomes.map(({ failed }) => failed)),
  skipped: sum(outcomes.map(({ skipped }) => skipped)),
  complaints: outcomes.flatMap(({ complaints }) => complaints),
});

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * @param {string} name of the log
 * @param {string[]} program and its arguments
 * @returns {Promise<Outcome>}
 */
async function runDealt(name, [command, ...args]) {
  const output = inRoot('build/log', `${name}.xml`);
  const { code, file } = await runLogged(name, command, [...args, '--reporter', 'xml'], { output });
  const outcome = readCatch2(existsSync(output) ? readFileSync(output, 'utf8') : '');
  if (outcome && (code === 0) === (outcome.failed === 0)) return outcome;
  // A crash ends the report early: no total, and the reason is on standard error.
  const finished = outcome ?? { passed: 0, failed: 0, skipped: 0, complaints: [] };
  const crash = [`the program ended with exit code ${code} before its report did`, ...lastLines(file)].join('\n');
  return { ...finished, failed: finished.failed + 1, complaints: [...finished.complaints, crash] };
}

/**
 * @param {string} xml
 * @returns {Outcome | undefined} undefined when the report has no total
 */
export function readCatch2(xml) {
  const total = [...xml.matchAll(/<OverallResultsCases\b([^>]*)>/g)].at(-1)?.[1];
  if (total === undefined) return undefined;
  const count = (/** @type {string} */ key) => Number(new RegExp(`\\b${key}="(\\d+)"`).exec(total)?.[1] ?? 0);
  return {
    passed: count('successes') + count('expectedFailures'),
    failed: count('failures'),
    skipped: count('skips'),
    complaints: complaints(xml),
  };
}

/** @param {string} xml @returns {string[]} one text a failed test case: its name, then every failed check with its place */
function complaints(xml) {
  const cases = [...xml.matchAll(/<TestCase\b([^>]*)>([\s\S]*?)<\/TestCase>/g)];
  const failed = cases.filter(([, , body]) => /<OverallResult success="false"/.test(body));
  return failed.map(([, head, body]) => [attribute(head, 'name'), ...failedChecks(body)].join('\n'));
}

/** @param {string} body of a test case @returns {string[]} a line for each failed check and for what was captured before it */
function failedChecks(body) {
  const pattern = /<(Info|Expression|Failure|Exception|FatalErrorCondition)\b([^>]*)>([\s\S]*?)<\/\1>/g;
  const failed = [...body.matchAll(pattern)].filter(([, , head]) => attribute(head, 'success') !== 'true');
  return failed.map(([, kind, head, text]) => {
    if (kind === 'Info') return `      ${plain(text)}`;
    const place = `${attribute(head, 'filename')}:${attribute(head, 'line')}`;
    return `    ${place}: ${kind === 'Expression' ? '' : `${kind}: `}${plain(text)}`;
  });
}

/** @param {string} xml the text between its tags, on one line */
const plain = (xml) =>
  decode(
    xml
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s*\n\s*/)
      .filter(Boolean)
      .join('  =>  '),
  );

/** @param {string} head @param {string} name */
const attribute = (head, name) => decode(new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1] ?? '');

/** @param {string} text */
const decode = (text) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
