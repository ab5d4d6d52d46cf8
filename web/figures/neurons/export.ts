import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, AT, problemOf, type State, X } from './model.ts';

export function tables({ y, net }: State, { output, ramps, evaluation, minima }: Answer): Table[] {
  const { dataLoss, penalty, objective } = evaluation;
  const losses = minima.map(({ loss }) => loss);
  return [
    tableOf('Loss', { misfit: [dataLoss], penalty: [penalty], loss: [objective] }),
    tableOf('Data', { x: X, y, f: evaluation.predictions }),
    tableOf('Neurons', { w: net.w, alpha: net.alpha }),
    tableOf('Outputs', { x: AT, f: output, ...Object.fromEntries(ramps.map((ramp, i) => [`neuron ${i + 1}`, ramp])) }),
    tableOf('Minima without weight decay', { kind: minima.map(({ kind }) => kind), misfit: losses }),
  ];
}

export const script = async (engine: WorkerEngine, { y }: State): Promise<string> =>
  programmeScript('The best network of any width on these two points', await instanceOf(engine, problemOf(y)));
