import type { CoreEngine } from './core-functions.ts';
import type { PlainMethod } from './protocol.ts';

type CoreMethod = Exclude<keyof CoreEngine, `create${string}`>;

/** What the small module answers. In doubt, such as about bad input, the full one does: both say the same, but it can do all. */
const answers: Record<CoreMethod, (...args: readonly unknown[]) => boolean> = {
  solve: (problem, options) => smallProblem(problem) && overAllPatterns(options) && exactly(options),
  certify: (problem, _network, options) => smallProblem(problem) && (isList(options) || overAllPatterns(options)),
  evaluate: () => true,
  predict: () => true,
  directions: () => true,
  networkOfAngles: () => true,
  outputCurve: () => true,
  activationPoints: () => true,
  dataset: () => true,
};

/** Whether the small module answers this call; trainers it answers all. */
export function answeredByCore(method: PlainMethod, args: readonly unknown[]): boolean {
  return Object.hasOwn(answers, method) && answers[method as CoreMethod](...args);
}

/** In the plane and with weight decay: what is done without is in the full module alone. */
const smallProblem = (problem: unknown): boolean =>
  isObject(problem) && typeof problem.lambda === 'number' && problem.lambda > 0 && inThePlane(problem);

/** Whether X has one or two columns, the column of ones included. Of rows the first tells: that all agree, the engine checks. */
function inThePlane({ X, bias }: Record<string, unknown>): boolean {
  const columns = Array.isArray(X) ? lengthOf(X[0]) : isObject(X) ? X.cols : undefined;
  const ones = bias === true ? 1 : bias === undefined || bias === false ? 0 : Number.NaN;
  return typeof columns === 'number' && columns >= 1 && columns + ones <= 2;
}

function overAllPatterns(options: unknown): boolean {
  if (options === undefined) return true;
  return isObject(options) && oneOf(options.patterns, 'all') && oneOf(options.signs, 'both');
}

function exactly(options: unknown): boolean {
  return !isObject(options) || oneOf(options.solver, 'auto', 'exact');
}

const oneOf = (value: unknown, ...known: string[]): boolean => value === undefined || known.includes(value as string);

const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || ArrayBuffer.isView(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value);

const lengthOf = (value: unknown): number | undefined => (isList(value) ? value.length : undefined);
