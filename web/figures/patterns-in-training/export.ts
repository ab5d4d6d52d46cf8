import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, POINTS, type State, stepAt, WIDTH } from './model.ts';

/** The pattern of each neuron at a step. */
const patternsAt = ({ run }: Answer, step: number): Uint8Array[] =>
  Array.from({ length: WIDTH }, (_, i) =>
    run.on.subarray((step * WIDTH + i) * POINTS, (step * WIDTH + i + 1) * POINTS),
  );

export function tables({ step }: State, answer: Answer): Table[] {
  const { run } = answer;
  const now = stepAt(answer, step);
  return [
    tableOf('The run', {
      step: Array.from(run.loss.keys()),
      loss: [...run.loss],
      optimum: [...run.optimum],
      lowerBound: [...run.lowerBound],
      patterns: [...run.unique],
    }),
    tableOf('Neurons now', {
      neuron: Array.from({ length: WIDTH }, (_, i) => i + 1),
      sign: [...run.sign.subarray(now * WIDTH, (now + 1) * WIDTH)],
      samePatternAs: Array.from(run.group.subarray(now * WIDTH, (now + 1) * WIDTH), (i) => i + 1),
      pattern: patternsAt(answer, now).map((bits) => bits.join('')),
    }),
  ];
}

/** The programme of the patterns on show. */
export async function script(engine: WorkerEngine, { step, signs }: State, answer: Answer): Promise<string> {
  const now = stepAt(answer, step);
  const patterns = patternsAt(answer, now);
  const own = [...answer.run.sign.subarray(now * WIDTH, (now + 1) * WIDTH)];
  const given =
    signs === 'own'
      ? { patterns, signs: own }
      : { patterns: [...patterns, ...patterns], signs: [...own, ...own.map((sign) => -sign)] };
  return programmeScript(`The patterns of step ${now}`, await instanceOf(engine, answer.problem, given));
}
