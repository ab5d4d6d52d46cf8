// @ts-check
import { printAligned } from '../table.mjs';

/** @typedef {import('./case.mjs').Row} Row */

/** A loss further from ours than this is another computation: its speed stands in brackets. @type {Record<string, number>} */
const TOLERANCE = { PyTorch: 1e-9, 'TensorFlow.js': 1e-3 }; // ours: the same everywhere, bit for bit

const PEERS = ['PyTorch', 'TensorFlow.js'];

/** @param {Row} row */
const counts = ({ platform, error = 0 }) => error <= (TOLERANCE[platform] ?? 0);

/** @param {number} value */
const count = (value) => (value < 100 ? value.toPrecision(3) : Math.round(value).toLocaleString('en'));

/** @param {number | undefined} value */
const ratio = (value) =>
  value === undefined ? '' : value < 100 ? value.toPrecision(2).replace('e+', 'e') : value.toFixed(0);

/** @param {Row[]} rows @param {Row} row @param {string} platform @returns {number | undefined} how often row is as fast */
function against(rows, row, platform) {
  const other = rows.find((candidate) => candidate.case === row.case && candidate.platform === platform);
  if (other?.seconds !== undefined && row.seconds !== undefined) return other.seconds / row.seconds;
  if (other?.stepsPerSecond === undefined || row.stepsPerSecond === undefined) return undefined;
  return row.stepsPerSecond / other.stepsPerSecond;
}

/** @param {Row[]} rows @param {Row} row @returns {string[]} */
function cells(rows, row) {
  const { platform, stepsPerSecond, seconds, note, ofPeak, error } = row;
  if (note !== undefined) return [row.case, platform, note];
  const speed = seconds === undefined ? count(stepsPerSecond ?? 0) : `${seconds.toFixed(3)} s`;
  const native = against(rows, row, 'native');
  const isOurs = !PEERS.includes(platform);
  return [
    row.case,
    platform,
    counts(row) ? speed : `(${speed})`,
    isOurs && platform !== 'native' ? ratio(native) : '',
    ofPeak === undefined ? '' : `${Math.round(100 * ofPeak)} %`,
    ...PEERS.map((peer) => (isOurs ? ratio(against(rows, row, peer)) : '')),
    error === undefined ? '' : error === 0 ? '0' : error.toExponential(0),
    row.status === 'running' ? '' : (row.status ?? ''),
  ];
}

/** @param {string} title @param {Row[]} rows in the order in which they are shown */
export function printRows(title, rows) {
  if (rows.length === 0) return;
  const head = [title, 'platform', 'steps/s', 'of native', 'of peak', ...PEERS.map((peer) => `x ${peer}`), 'error', ''];
  printAligned([head, ...rows.map((row) => cells(rows, row))], [0, 1, head.length - 1]);
}
