import type { WorkerEngine } from '../../engine/types.ts';
import { neuronsTable, type Table, tableOf } from '../../figure/export/table.ts';
import { inputs } from './inputs.ts';
import { type Answer, problemOf, type State } from './model.ts';
import { rangeScript } from './script.ts';

export function tables({ data }: State, { set, range, at, output, here, loss, x, labels }: Answer): Table[] {
  const { directions, corners } = set;
  const column = ({ data: values, rows, cols }: typeof corners, c: number): number[] =>
    Array.from({ length: rows }, (_, k) => values[k * cols + c]);
  const weights = Array.from({ length: corners.cols }, (_, c) => [`c${c + 1}`, column(corners, c)] as const);
  return [
    tableOf('This network', {
      loss: [loss],
      lowerBound: [set.lowerBound],
      neurons: [here.width],
      dimension: [set.dimension],
      corners: [corners.rows],
    }),
    tableOf('Directions that touch', {
      w1: column(directions, 0),
      w2: column(directions, 1),
      sign: set.signs,
      slack: set.slack,
      weight: here.weights,
    }),
    tableOf(
      'Corners',
      Object.fromEntries([['corner', Array.from({ length: corners.rows }, (_, k) => k + 1)], ...weights]),
    ),
    tableOf('Smallest and largest output', {
      [data === 'line' ? 'x' : 'degrees']: at,
      low: range.low,
      high: range.high,
      f: output,
    }),
    neuronsTable('Neurons of this network', here.W, here.alpha),
    tableOf('Data', { x, y: labels }),
  ];
}

/** The smallest and largest outputs, found anew by linear programming. */
export async function script(_: WorkerEngine, state: State, answer: Answer): Promise<string> {
  const { X, y } = problemOf(state.data, answer.x, answer.labels, state.lambda);
  const rows = (values: typeof X): number[][] =>
    (values as number[][]).map((row) => (inputs(state.data).options.bias ? [...row, 1] : row));
  const shown = answer.at.filter((_, k) => k % 10 === 0);
  const index = answer.at.map((_, k) => k).filter((k) => k % 10 === 0);
  return rangeScript({
    X: rows(X),
    y: Array.from(y),
    lambda: state.lambda,
    directions: answer.set.directions,
    signs: [...answer.set.signs],
    weights: [...answer.here.weights],
    objective: answer.loss,
    at: rows(inputs(state.data).rows(shown)),
    low: index.map((k) => answer.range.low[k]),
    high: index.map((k) => answer.range.high[k]),
  });
}
