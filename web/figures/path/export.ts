import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { neuronsTable, type Table, tableOf } from '../../figure/export/table.ts';
import type { Answer, State } from './model.ts';

const pointOf = ({ at }: State, { path: { points } }: Answer) => points[Math.min(at, points.length - 1)];

export function tables(state: State, answer: Answer): Table[] {
  const { path, lives, output, x, labels } = answer;
  const { points } = path;
  const places = lives.flatMap(({ id, born, position, weight }) =>
    position.map((place, k) => ({ id, lambda: points[born + k].lambda, place, weight: weight[k] })),
  );
  const now = pointOf(state, answer);
  return [
    tableOf('The whole path', {
      lambda: points.map(({ lambda }) => lambda),
      loss: points.map(({ objective }) => objective),
      misfit: points.map(({ dataLoss }) => dataLoss),
      lowerBound: points.map(({ lowerBound }) => lowerBound),
      neurons: points.map(({ width }) => width),
    }),
    tableOf('Where each neuron switches', {
      neuron: places.map(({ id }) => id),
      lambda: places.map(({ lambda }) => lambda),
      x: places.map(({ place }) => place),
      weight: places.map(({ weight }) => weight),
    }),
    neuronsTable('Neurons at this weight decay', now.W, now.alpha),
    tableOf('Output at this weight decay', { x: output.x, f: output.y }),
    tableOf('Data', { x, y: labels }),
  ];
}

/** At the weight decay on show. */
export async function script(engine: WorkerEngine, state: State, answer: Answer): Promise<string> {
  const { lambda } = pointOf(state, answer);
  const problem = { X: answer.x.map((x) => [x]), y: answer.labels, bias: true, lambda, loss: 'mean' } as const;
  return programmeScript('The best network at this weight decay', await instanceOf(engine, problem));
}
