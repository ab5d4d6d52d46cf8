import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, problemOf, type State } from './model.ts';

export function tables({ t }: State, { samples, path, output, best, optimum, loss, x, y }: Answer): Table[] {
  const frames = path.keyFrames;
  return [
    tableOf('Here', { t: [t], loss: [loss], optimum: [optimum] }),
    tableOf('Loss along the path', { t: samples.t, loss: samples.loss }),
    tableOf('Key frames', {
      t: frames.map((frame) => frame.t),
      stage: frames.map(({ stage }) => stage),
      loss: frames.map((frame) => frame.loss),
    }),
    tableOf('Output here', { x: output.x, f: output.y }),
    tableOf('Output of the optimum', { x: best.x, f: best.y }),
    tableOf('Data', { x, y }),
  ];
}

export const script = async (engine: WorkerEngine): Promise<string> =>
  programmeScript(
    'The optimum that the path leads to',
    await instanceOf(engine, problemOf(await engine.dataset('teaser'))),
  );
