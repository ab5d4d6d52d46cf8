import { type Table, tableOf } from '../../figure/export/table.ts';
import type { Answer, State } from './model.ts';

export function tables({ x, y }: State, { surface, descent, basins }: Answer): Table[] {
  const { minima, critical, grid } = surface;
  return [
    tableOf('Minima', {
      loss: minima.map(({ loss }) => loss),
      stableBelowStepSize: minima.map(({ stableStepSize }) => stableStepSize),
      ...(basins ? { shareOfStarts: minima.map((_, k) => basins.share.get(k) ?? 0) } : {}),
    }),
    tableOf('Descent', { step: descent.loss.map((_, k) => k), w1: descent.w1, w2: descent.w2, loss: descent.loss }),
    tableOf('Critical sets', {
      kind: critical.map(({ kind }) => kind),
      shape: critical.map(({ shape }) => shape),
      loss: critical.map(({ loss }) => loss),
      corners: critical.map(({ vertices }) => vertices.map((at) => `(${[...at].join(' ')})`).join(' ')),
    }),
    tableOf('Data', { x, y }),
    tableOf('Loss over both weights', {
      w1: Array.from(grid.z, (_, k) => grid.u[k % grid.cols]),
      w2: Array.from(grid.z, (_, k) => grid.v[Math.floor(k / grid.cols)]),
      loss: grid.z,
    }),
  ];
}
