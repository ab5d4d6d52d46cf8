import type { OutputCurve, Problem, RunRecord, SolveResult, StepLimit, WorkerEngine } from '../../engine/types.ts';
import { oneOf } from '../../figure/field-kinds.ts';
import { number, record, seed, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';
import { RULES, type Rule, STEP_SIZES, settingsOf } from './rules.ts';

/** What the reader has set: the start and the problem, a step size for each rule, and which rule is looked at, at which moment. */
export interface State {
  readonly width: number;
  readonly lambda: number;
  readonly draw: number;
  readonly sizes: Readonly<Record<Rule, number>>;
  readonly chosen: Rule;
  /** Number of the moment on show, of those at which the runs are looked at. */
  readonly frame: number;
  readonly axis: 'steps' | 'passes';
}

export interface Answer {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly optimum: SolveResult;
  readonly best: OutputCurve;
  readonly runs: Readonly<Record<Rule, RunRecord>>;
  /** Of the chosen rule. */
  readonly limit: StepLimit;
  /** The chosen network at the moment on show. */
  readonly output: OutputCurve;
}

export const VIEW = { from: -0.56, to: 0.56, low: 0, high: 0.85 } as const;
export const STEPS = 60_000;
/** Looked at after these: every one at first, then a fortieth of a power of ten apart. */
export const LOOKS: readonly number[] = looks();
export const LAST = LOOKS.length - 1;

function looks(): number[] {
  const powers = Math.log10(STEPS);
  const wanted = Array.from({ length: Math.ceil(40 * powers) }, (_, k) => Math.round(10 ** (k / 40)));
  return [...new Set([0, ...wanted, STEPS])];
}

const SHORTEST = 1e-4;
const sizeField = (start: number) => number({ start, min: SHORTEST, max: 10, log: true, label: 'Step size' });
export const sizeFields = Object.fromEntries(RULES.map((rule) => [rule, sizeField(STEP_SIZES[rule])])) as Record<
  Rule,
  ReturnType<typeof sizeField>
>;

export const table = stateTable<State>({
  width: number({ start: 20, min: 1, max: 100, log: true, whole: true, label: 'Neurons', symbol: '𝑚' }),
  lambda: number({ start: 1e-3, min: 1e-6, max: 1e-2, log: true, label: 'Weight decay', symbol: '𝜆' }),
  draw: seed(1),
  sizes: record(sizeFields),
  chosen: oneOf(RULES, { start: 'adam' }),
  frame: number({ start: LAST, min: 0, max: LAST, whole: true, label: 'Step' }),
  axis: oneOf(['steps', 'passes'] as const, { start: 'steps', looks: true }),
});

/** What a run depends on. */
interface Question extends Pick<State, 'width' | 'lambda' | 'draw'> {
  readonly size: number;
}

type Points = Pick<Answer, 'x' | 'y'> & { readonly problem: (lambda: number) => Problem };

/** A run that reached fewer of the looks than asked for ended there. */
export const frameOf = ({ steps }: Pick<RunRecord, 'steps'>, frame: number): number =>
  Math.min(frame, steps.length - 1);

/** Each run is made anew when what it depends on has changed, and only then. */
export function raceModel(engine: WorkerEngine): (state: State) => Promise<Answer> {
  const points = remembered(() => pointsOf(engine));
  const problemAt = async (lambda: number): Promise<Problem> => (await points(null)).problem(lambda);
  const best = remembered(async (lambda: number) => {
    const optimum = await engine.solve(await problemAt(lambda));
    return { optimum, best: await engine.outputCurve(optimum, VIEW) };
  });
  const runOf = (rule: Rule) =>
    remembered(async ({ lambda, ...question }: Question) =>
      engine.recordTraining(await problemAt(lambda), settingsOf(rule, question), LOOKS),
    );
  const runs = Object.fromEntries(RULES.map((rule) => [rule, runOf(rule)])) as Record<Rule, ReturnType<typeof runOf>>;
  const limitOf = remembered(async ({ lambda, rule, ...start }: Omit<Question, 'size'> & { rule: Rule }) =>
    engine.stepLimit(await problemAt(lambda), settingsOf(rule, { ...start, size: 1 }), { from: SHORTEST }),
  );
  return async ({ width, lambda, draw, sizes, chosen, frame }) => {
    const start = { width, lambda, draw };
    const [{ x, y }, found, limit, ...records] = await Promise.all([
      points(null),
      best(lambda),
      limitOf({ ...start, rule: chosen }),
      ...RULES.map((rule) => runs[rule]({ ...start, size: sizes[rule] })),
    ]);
    const all = Object.fromEntries(RULES.map((rule, k) => [rule, records[k]])) as Record<Rule, RunRecord>;
    const run = all[chosen];
    const output = await engine.outputCurve(run.networks[frameOf(run, frame)], VIEW);
    return { x, y, ...found, runs: all, limit, output };
  };
}

async function pointsOf(engine: WorkerEngine): Promise<Points> {
  const { X, y, bias } = await engine.dataset('teaser');
  return { x: [...X.data], y: [...y], problem: (lambda) => ({ X, y, bias, lambda, loss: 'mean' }) };
}
