export type Cell = number | bigint | string | boolean | null;

/** Numbers of a figure, as a reader can take them away: not rounded. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table from its columns, which may be of different lengths: what is missing is empty. */
export function tableOf(name: string, columns: Readonly<Record<string, ArrayLike<Cell>>>): Table {
  const lists = Object.values(columns);
  const length = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from({ length }, (_, k) => lists.map((list) => list[k] ?? null));
  return { name, columns: Object.keys(columns), rows };
}

/** The neurons of a network, one a row. W is row-major. */
export function neuronsTable(name: string, W: ArrayLike<number>, alpha: ArrayLike<number>): Table {
  const d = alpha.length ? W.length / alpha.length : 0;
  const column = (c: number): number[] => Array.from(alpha, (_, i) => W[i * d + c]);
  const weights = Array.from({ length: d }, (_, c) => [`w${c + 1}`, column(c)] as const);
  return tableOf(name, { neuron: Array.from(alpha, (_, i) => i + 1), ...Object.fromEntries(weights), alpha });
}

/** By RFC 4180: quotes around what has a comma, a quote or a line break in it. */
const field = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvOf = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');

/** A cell to look at: six digits are enough for that. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'number') return String(cell);
  return Number.isInteger(cell) ? minus(String(cell)) : minus(String(Number(cell.toPrecision(6))));
}

const minus = (text: string): string => text.replaceAll('-', '\u2212');
