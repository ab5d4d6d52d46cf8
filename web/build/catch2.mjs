// @ts-check
// Runs a Catch2 program (2.x or 3.x) and reads its XML report.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { lastLines, runLogged } from './step.mjs';

/** @typedef {{passed: number, failed: number, skipped: number, complaints: string[]}} Outcome */

/**
 * @param {string} name of the log
 * @param {string[]} program and its arguments
 * @returns {Promise<Outcome>}
 */
export async function runCatch2(name, [command, ...args]) {
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
