import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { MOST, SAMPLES } from './cases.ts';
import { type Answer, OUTPUT_AT, problemOf, type State } from './model.ts';

export function tables({ points }: State, answer: Answer): Table[] {
  const { cases, loss, w, neuronLoss, output, sees, fixed } = answer;
  const names = cases.map(({ bits }) => `D ${bits.join('')}`);
  return [
    tableOf('Neuron', { w: [w], loss: [neuronLoss], lossWithFixedD: [fixed?.loss ?? null] }),
    tableOf('Data', { x: points.map(({ x }) => x), y: points.map(({ y }) => y), seen: sees.map(Boolean) }),
    tableOf('Loss over the weight', {
      w: Array.from(loss, (_, k) => MOST * ((2 * k) / (SAMPLES - 1) - 1)),
      loss,
      ...Object.fromEntries(cases.map(({ curve }, k) => [names[k], curve])),
    }),
    tableOf('Minima with D fixed', {
      D: names,
      w: cases.map(({ walled }) => walled.w),
      loss: cases.map(({ walled }) => walled.loss),
      wWithoutWall: cases.map(({ free }) => free.w),
      lossWithoutWall: cases.map(({ free }) => free.loss),
    }),
    tableOf('Output', { x: OUTPUT_AT, f: output }),
  ];
}

/** With the matrix that is kept fixed, or else the one that the neuron has. */
export async function script(engine: WorkerEngine, { points, chosen }: State, answer: Answer): Promise<string> {
  const bits = chosen === null ? answer.sees : answer.cases[chosen].bits;
  const instance = await instanceOf(engine, problemOf({ points }), { patterns: [bits], signs: [1] });
  return programmeScript('One neuron with its activation kept fixed', instance);
}
