import type { WorkerEngine } from '../../engine/types.ts';
import { instanceOf, programmeScript } from '../../figure/export/python.ts';
import { neuronsTable, type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, frameOf, LOOKS, type State } from './model.ts';
import { NAMES, RULES } from './rules.ts';
import { verdictOn } from './verdict.ts';

export function tables({ chosen, frame, sizes }: State, answer: Answer): Table[] {
  const { runs, optimum, output, best, x, y } = answer;
  const verdicts = RULES.map((rule) => verdictOn(runs[rule], answer));
  const now = runs[chosen].networks[frameOf(runs[chosen], frame)];
  return [
    tableOf('Losses', { step: LOOKS, ...Object.fromEntries(RULES.map((rule) => [rule, runs[rule].loss])) }),
    tableOf('How they ended', {
      optimizer: RULES.map((rule) => NAMES[rule]),
      stepSize: RULES.map((rule) => sizes[rule]),
      verdict: verdicts.map(({ kind }) => kind),
      loss: RULES.map((rule) => runs[rule].loss.at(-1) ?? null),
      optimum: RULES.map(() => optimum.objective),
      lowerBound: RULES.map(() => optimum.lowerBound),
    }),
    neuronsTable('Neurons of the chosen run at the step on show', now.W, now.alpha),
    tableOf('Its output', { x: output.x, f: output.y }),
    tableOf('Output of the optimum', { x: best.x, f: best.y }),
    tableOf('Data', { x, y }),
  ];
}

/** The line to which all race. */
export async function script(engine: WorkerEngine, { lambda }: State, { x, y }: Answer): Promise<string> {
  const problem = { X: x.map((at) => [at]), y: [...y], bias: true, lambda, loss: 'mean' } as const;
  return programmeScript('The optimum that the optimisers race to', await instanceOf(engine, problem));
}
