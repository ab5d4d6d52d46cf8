import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, problemOf, type State } from './model.ts';

export function tables(_: State, { data, neurons, curve, certificate, output }: Answer): Table[] {
  const { objective, lowerBound, gap } = certificate;
  return [
    tableOf('Certificate', { objective: [objective], lowerBound: [lowerBound], gap: [gap], level: [curve.level] }),
    tableOf('Response of every direction', { angle: curve.angle, response: curve.response }),
    tableOf('Neurons', { angle: neurons.angle, weight: neurons.weight, response: curve.neuronResponse }),
    tableOf('Local maxima of the response', { angle: curve.extremumAngle, response: curve.extremumResponse }),
    tableOf('Data', { x: data.X.data, y: data.y }),
    tableOf('Output', { x: output.x, f: output.y }),
  ];
}

export const script = async (engine: WorkerEngine, { lambda }: State, { data }: Answer): Promise<string> =>
  programmeScript('The optimum that is certified', await instanceOf(engine, problemOf(data, lambda)));
