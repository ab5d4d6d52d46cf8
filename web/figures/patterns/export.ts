import type { WorkerEngine } from '../../engine/types.ts';
import { patternsScript } from '../../figure/export/python-patterns.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { GRID } from './line-model.ts';
import type { Answer, State } from './model.ts';

const bitsOf = ({ set }: Answer): string[] => set.patterns.map((bits) => bits.join(''));
const seenBy = ({ pattern }: Answer): boolean[] => Array.from(pattern, Boolean);

function lineTables({ points, angle }: State['line'], answer: Answer & { view: 'line' }): Table[] {
  const { arcs, output, kink } = answer;
  return [
    tableOf('Patterns', { pattern: bitsOf(answer), from: arcs.from, to: arcs.to }),
    tableOf('Points', { x: points, seen: seenBy(answer) }),
    tableOf('Direction', { angle: [angle], switchesAt: [kink] }),
    tableOf('Output of the neuron', { x: GRID, f: output }),
  ];
}

function planeTables({ points, w }: State['plane'], answer: Answer & { view: 'plane' }): Table[] {
  const column = (rows: readonly (readonly number[])[], k: number): number[] => rows.map((row) => row[k]);
  const three = (rows: readonly (readonly number[])[]) => ({
    w1: column(rows, 0),
    w2: column(rows, 1),
    w3: column(rows, 2),
  });
  return [
    tableOf('Patterns', { pattern: bitsOf(answer), ...three(answer.directions) }),
    tableOf('Points', { x1: column(points, 0), x2: column(points, 1), seen: seenBy(answer) }),
    tableOf('Direction', three([w])),
  ];
}

export const tables = (state: State, answer: Answer): Table[] =>
  answer.view === 'line' ? lineTables(state.line, answer) : planeTables(state.plane, answer);

export const script = async (_: WorkerEngine, { line, plane }: State, { view, set }: Answer): Promise<string> =>
  view === 'line'
    ? patternsScript(
        `${line.points.length} points on a line`,
        line.points.map((x) => [x, 1]),
        set.patterns,
      )
    : patternsScript(
        `${plane.points.length} points in the plane`,
        plane.points.map((x) => [...x, 1]),
        set.patterns,
      );
