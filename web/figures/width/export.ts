import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { chosenOf } from './choose.ts';
import type { Progress } from './live-study.ts';
import { problemOf, type State } from './model.ts';
import { mediansOf } from './study.ts';

export function tables({ chosen }: State, { study }: Progress): Table[] {
  const { done, points, best } = study;
  const medians = mediansOf(done);
  const { curve } = chosenOf(study, chosen);
  return [
    tableOf('Trainings', {
      width: done.map(({ width }) => width),
      seed: done.map(({ seed }) => seed),
      loss: done.map(({ loss }) => loss),
      lossOverOptimum: done.map(({ ratio }) => ratio),
      status: done.map(({ status }) => status),
    }),
    tableOf('Medians', {
      width: medians.map(({ width }) => width),
      lossOverOptimum: medians.map(({ ratio }) => ratio),
      trainings: medians.map(({ count }) => count),
    }),
    tableOf('Output of the training on show', { x: curve.x, f: curve.y }),
    tableOf('Output of the optimum', { x: best.x, f: best.y }),
    tableOf('Data', { x: points.x, y: points.y }),
  ];
}

/** The optimum that all trainings are compared with. */
export async function script(engine: WorkerEngine, { lambda }: State, { study }: Progress): Promise<string> {
  return programmeScript('The optimum below all trainings', await instanceOf(engine, problemOf(study.points, lambda)));
}
