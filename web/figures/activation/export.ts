import type { WorkerEngine } from '../../engine/types.ts';
import { patternsScript } from '../../figure/export/python-patterns.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, GRID, type State } from './model.ts';

export function tables({ points, w }: State, { set, arcs, pattern, before, after, output, kink }: Answer): Table[] {
  return [
    tableOf('Points', { x: points, before, after, seen: Array.from(pattern, Boolean) }),
    tableOf('Neuron', { w1: [w[0]], w2: [w[1]], switchesAt: [kink] }),
    tableOf('Patterns', { pattern: set.patterns.map((bits) => bits.join('')), from: arcs.from, to: arcs.to }),
    tableOf('Output', { x: GRID, f: output }),
  ];
}

export const script = async (_: WorkerEngine, { points }: State, { set }: Answer): Promise<string> =>
  patternsScript(
    `${points.length} points on a line`,
    points.map((x) => [x, 1]),
    set.patterns,
  );
