import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import type { Answer, State } from './model.ts';
import { frameAt } from './run.ts';

export function tables({ t }: State, { run, best, x, y }: Answer): Table[] {
  const { frames, lazy } = run;
  const { curve, neurons } = frames[frameAt(run, t)];
  return [
    tableOf('The run', {
      step: frames.map(({ step }) => step),
      loss: frames.map(({ loss }) => loss),
      turning: frames.map(({ turning }) => turning),
      growing: frames.map(({ growing }) => growing),
      moved: frames.map(({ moved }) => moved),
      changedPattern: frames.map(({ changed }) => changed),
      patterns: frames.map(({ patterns }) => patterns),
      farthestFromOptimum: frames.map(({ off }) => off),
    }),
    tableOf('Neurons now', {
      switchesAt: [...neurons.position],
      side: [...neurons.side],
      slope: [...neurons.slope],
      weight: [...neurons.weight],
    }),
    tableOf('Output now', { x: curve.x, f: curve.y }),
    tableOf('Output of the optimum', { x: best.x, f: best.y }),
    tableOf('Output of the lazy model', { x: lazy.x, f: lazy.y }),
    tableOf('Data', { x, y }),
  ];
}

/** The one neuron that is enough, with the weight decay at which it is certified. */
export const script = async (engine: WorkerEngine, _: State, { problem }: Answer): Promise<string> =>
  programmeScript('One neuron for four points on a line', await instanceOf(engine, { ...problem, lambda: 1e-6 }));
