import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, PRODUCTS, type State } from './model.ts';
import { convexProblem } from './problems.ts';

export function tables({ lambda }: State, { here, best, convexLoss, curve, path, grid }: Answer): Table[] {
  const places = [here, best];
  const shown = [
    tableOf('Places', {
      place: ['here', 'optimum'],
      u: places.map(({ u }) => u),
      v: places.map(({ v }) => v),
      z: places.map(({ z }) => z),
      loss: places.map(({ loss }) => loss),
      convexLoss: [convexLoss],
      lambda: [lambda],
    }),
    tableOf('Convex loss over the product', { z: PRODUCTS, loss: curve }),
    tableOf('Loss over both weights', {
      u: Array.from(grid.z, (_, k) => grid.u[k % grid.cols]),
      v: Array.from(grid.z, (_, k) => grid.v[Math.floor(k / grid.cols)]),
      loss: grid.z,
    }),
  ];
  if (!path) return shown;
  const descent = tableOf('Descent', {
    u: path.map(({ u }) => u),
    v: path.map(({ v }) => v),
    z: path.map(({ z }) => z),
    loss: path.map(({ loss }) => loss),
  });
  return [...shown, descent];
}

export const script = async (engine: WorkerEngine, { lambda }: State): Promise<string> =>
  programmeScript('The convex problem of the product', await instanceOf(engine, convexProblem(lambda)));
