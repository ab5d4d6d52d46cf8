import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { neuronsTable, type Table, tableOf } from '../../figure/export/table.ts';
import { problemOf, type State } from './model.ts';
import type { Session } from './session.ts';

/** Of the frame on show, and the loss over the whole film. */
export function tables(_: State, { shown, film }: Pick<Session, 'shown' | 'film'>): Table[] {
  if (!shown) return [];
  const { state, steps, loss, optimum, curve, snapshot } = shown;
  const { points } = state;
  const best = optimum?.result;
  return [
    tableOf('Now', {
      step: [steps],
      loss: [loss],
      optimum: [best?.objective ?? null],
      lowerBound: [best?.lowerBound ?? null],
    }),
    tableOf('Data', { x: points.map(({ x }) => x), y: points.map(({ y }) => y) }),
    tableOf('Loss over the steps', {
      step: film.map((frame) => frame.steps),
      loss: film.map((frame) => frame.loss),
      optimum: film.map((frame) => frame.optimum?.result.objective ?? null),
      lowerBound: film.map((frame) => frame.optimum?.result.lowerBound ?? null),
    }),
    tableOf('Output of the network', { x: curve.x, f: curve.y }),
    ...(optimum ? [tableOf('Output of the optimum', { x: optimum.curve.x, f: optimum.curve.y })] : []),
    ...(best ? [neuronsTable('Neurons of the optimum', best.W, best.alpha)] : []),
    neuronsTable('Neurons of the network', snapshot.W, snapshot.alpha),
  ];
}

export const script = async (engine: WorkerEngine, state: State): Promise<string> =>
  programmeScript('The certified optimum', await instanceOf(engine, problemOf(state)));
