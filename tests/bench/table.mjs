// @ts-check
/** @typedef {import('./convex.mjs').Row} Row */

/** An answer further off than this is none: its time stands in brackets. */
const WORTH = 1e-5;

/** @param {Row} row */
const counts = ({ error = 0, violation = 0 }) => Math.abs(error) <= WORTH && violation <= WORTH;

/**
 * Our time for the same programme on the same platform, against which a peer is held: given patterns, else the exact solver.
 * @param {Row[]} rows
 * @param {Row} row
 */
function ours(rows, row) {
  const platform = /WebAssembly|scs/.test(row.solver) ? 'WebAssembly' : 'native';
  const mine = (/** @type {string} */ solver) =>
    rows.find((other) => other.instance === row.instance && other.solver === `${solver}, ${platform}`);
  return (mine('given patterns') ?? mine('exact'))?.milliseconds;
}

/** @param {number | undefined} value */
const milliseconds = (value) => (value === undefined ? '' : value.toPrecision(3).replace(/e\+(\d)/, 'e$1'));

/** @param {number | undefined} value */
const small = (value) => (value === undefined || Number.isNaN(value) ? '' : value === 0 ? '0' : value.toExponential(0));

/** @param {Row[]} rows @param {Row} row @returns {string[]} */
function cells(rows, row) {
  const { instance, solver, note, milliseconds: time, modelling, error, violation, objective, lowerBound } = row;
  if (time === undefined) return [instance, solver, note ?? ''];
  const shown = counts(row) ? milliseconds(time) : `(${milliseconds(time)})`;
  const mine = ours(rows, row);
  const ratio = mine === undefined ? '' : (time / mine).toPrecision(2).replace(/e\+(\d)/, 'e$1');
  const gap = lowerBound === undefined || objective === undefined ? undefined : (objective - lowerBound) / objective;
  return [
    instance,
    solver,
    shown,
    milliseconds(modelling),
    ratio,
    small(error),
    small(violation),
    small(gap),
    row.status ?? '',
  ];
}

const HEAD = ['instance', 'solver', 'ms', 'modelling', 'x ours', 'error', 'violation', 'certified gap', 'status'];

/** @param {Row[]} rows in the order in which they are shown */
export function printTable(rows) {
  printAligned([HEAD, ...rows.map((row) => cells(rows, row))], [0, 1, 8]);
}

const AGAIN = [
  'instance',
  'one pattern',
  'cold ms',
  'warm ms',
  'slowest',
  'cold / warm',
  'certified gap',
  'violation',
  'status',
];

/** @typedef {{instance: string, change: string, cold: number, warm: number, slowest: number, gap: number, violation: number, status: string}} Again */

/** Solved again after one pattern has changed. @param {Again[]} rows */
export function printAgain(rows) {
  const line = (/** @type {Again} */ { instance, change, cold, warm, slowest, gap, violation, status }) => [
    instance,
    change,
    ...[cold, warm, slowest].map(milliseconds),
    (cold / warm).toPrecision(2),
    small(gap),
    small(violation),
    status,
  ];
  printAligned([AGAIN, ...rows.map(line)], [0, 1, 8]);
}

/**
 * A line shorter than the head ends in a note, which may be as long as it likes; a new first word begins a new paragraph.
 * @param {string[][]} table its head first
 * @param {number[]} left columns of words; the others are aligned to the right
 */
export function printAligned(table, left) {
  const [head] = table;
  const isNote = (/** @type {string[]} */ line, /** @type {number} */ i) =>
    line.length < head.length && i === line.length - 1;
  const widths = head.map((_, i) => Math.max(...table.map((line) => (isNote(line, i) ? 0 : (line[i] ?? '').length))));
  console.log();
  table.forEach((line, k) => {
    if (k > 1 && line[0] !== table[k - 1][0]) console.log();
    const words = line.map((word, i) =>
      left.includes(i) || isNote(line, i) ? word.padEnd(widths[i]) : word.padStart(widths[i]),
    );
    console.log(`  ${words.join('  ').trimEnd()}`);
  });
}
