import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, frameAt, type State } from './model.ts';
import { problemOf } from './prophecy.ts';

export function tables({ labels, t }: State, answer: Answer): Table[] {
  const { frames, prophecy } = answer;
  const now = frameAt(answer, t);
  return [
    tableOf('The run', { step: frames.map(({ step }) => step), loss: frames.map(({ loss }) => loss) }),
    tableOf('Predicted plateaus', {
      level: prophecy.levels.map(({ name }) => name),
      loss: prophecy.levels.map(({ loss }) => loss),
    }),
    tableOf('Output and labels', { point: labels.map((_, j) => j + 1), label: labels, f: [...now.output] }),
    tableOf('Neurons now', {
      weight: [...now.neurons.weight],
      fromPositiveLabels: [...now.toPositive],
      fromNegativeLabels: [...now.toNegative],
    }),
  ];
}

/** Next to no weight decay: the lightest network that fits the labels, to which the run comes close. */
export const script = async (engine: WorkerEngine, { labels }: State): Promise<string> =>
  programmeScript(
    'The lightest network for these labels',
    await instanceOf(engine, { ...problemOf(labels), lambda: 1e-4 }),
  );
