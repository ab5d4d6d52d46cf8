import type { WorkerEngine } from '../../engine/types.ts';
import { patternsScript } from '../../lib/export/python-patterns.ts';
import { type Table, tableOf } from '../../lib/export/table.ts';
import { type Answer, GRID, type State } from './model.ts';

export function tables({ points, angle }: State, { set, arcs, pattern, output, kink }: Answer): Table[] {
  return [
    tableOf('Patterns', { pattern: set.patterns.map((bits) => bits.join('')), from: arcs.from, to: arcs.to }),
    tableOf('Points', { x: points, seen: Array.from(pattern, Boolean) }),
    tableOf('Direction', { angle: [angle], switchesAt: [kink] }),
    tableOf('Output of the neuron', { x: GRID, f: output }),
  ];
}

export const script = async (_: WorkerEngine, { points }: State, { set }: Answer): Promise<string> =>
  patternsScript(
    `${points.length} points on a line`,
    points.map((x) => [x, 1]),
    set.patterns,
  );
