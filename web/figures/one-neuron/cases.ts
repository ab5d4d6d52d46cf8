import type { Network, PatternSet, Problem, WorkerEngine } from '../../engine/types.ts';

/** What fixing the activation to one matrix makes of the problem. */
export interface Case {
  /** The diagonal of D. */
  readonly bits: readonly [number, number];
  /** Where the constraint lets w be: on one side of 0, or at 0 alone because no neuron has this activation. */
  readonly allowed: Allowed;
  /** The loss with the activation kept fixed, at equally spaced w from -MOST to MOST. */
  readonly curve: Float64Array;
  /** Its minimum where the constraint holds, and everywhere. */
  readonly walled: Minimum;
  readonly free: Minimum;
}

export interface Minimum {
  readonly w: number;
  readonly loss: number;
}

/** The weight is drawn from -MOST to MOST, at this many places. */
export const MOST = 2;
export const SAMPLES = 161;

export type Allowed = 'left' | 'right' | 'none';

/** Neither point is seen, the second, the first, both. */
export const DIAGONALS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** The engine's relaxation asks for a weight decay; this one changes no digit that is shown. */
const HARDLY_ANY = 1e-10;

interface PointsProblem extends Problem {
  readonly X: readonly (readonly number[])[];
}

/** The problem with the activation kept fixed: its data are D X, and the model is linear in them. */
export const fixedProblem = (problem: PointsProblem, bits: readonly number[]): Problem => ({
  ...problem,
  X: problem.X.map((row, j) => (bits[j] ? row : row.map(() => 0))),
});

/** The linear model as two neurons, of which one is silent at each point: max(0, w x) - max(0, -w x) = w x. */
export const linearModel = (w: number): Network => ({ W: [[w], [-w]], alpha: [1, -1] });

/** On the side of 0 where a neuron has this pattern. */
function allowedBy(bits: readonly number[], { patterns, directions }: PatternSet): Allowed {
  const found = patterns.findIndex((pattern) => bits.every((bit, j) => bit === pattern[j]));
  return found < 0 ? 'none' : directions[found] > 0 ? 'right' : 'left';
}

export async function caseOf(
  engine: WorkerEngine,
  problem: PointsProblem,
  bits: Case['bits'],
  set: PatternSet,
): Promise<Case> {
  const patterns = [bits];
  const [profile, best, relaxed] = await Promise.all([
    engine.lossAlong(fixedProblem(problem, bits), { from: linearModel(-MOST), to: linearModel(MOST) }, SAMPLES),
    engine.solve(problem, { patterns, signs: [1] }),
    engine.solveGated({ ...problem, lambda: HARDLY_ANY }, { patterns, tolerance: 1e-11 }),
  ]);
  return {
    bits,
    allowed: allowedBy(bits, set),
    curve: profile.loss,
    // A neuron acts through the product of its two weights; a zero network has none.
    walled: { w: best.width ? best.W[0] * best.alpha[0] : 0, loss: best.objective },
    free: { w: relaxed.V[0] ?? 0, loss: relaxed.objective },
  };
}
