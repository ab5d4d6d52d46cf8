import type { MatrixLike, Problem, VectorLike, WorkerEngine } from '../../engine/types.ts';

/** A convex programme in numbers, and the engine's answer to it. */
export interface Instance {
  /** With its column of ones, if it has one. */
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly lambda: number;
  readonly loss: NonNullable<Problem['loss']>;
  /** One block each: n entries 0 or 1, and the sign of the neuron's output weight. */
  readonly patterns: readonly (readonly number[])[];
  readonly signs: readonly number[];
  readonly W: readonly (readonly number[])[];
  readonly alpha: readonly number[];
  readonly objective: number;
}

const rowsOf = (X: MatrixLike): number[][] =>
  'data' in X
    ? Array.from({ length: X.rows }, (_, j) => [...X.data.subarray(j * X.cols, (j + 1) * X.cols)])
    : X.map((row) => [...row]);

const BOTH = [1, -1] as const;

/** The programme over these patterns, by default all that see anything, with both signs, and its optimum. */
export async function instanceOf(
  engine: WorkerEngine,
  problem: Problem,
  given: { patterns?: readonly ArrayLike<number>[]; signs?: readonly number[] } = {},
): Promise<Instance> {
  const { lambda, loss = 'sum', bias = false } = problem;
  const X = rowsOf(problem.X).map((row) => (bias ? [...row, 1] : row));
  const all = given.patterns ?? (await engine.enumeratePatterns(problem.X, { bias })).patterns;
  const useful = all.map((bits) => Array.from(bits)).filter((bits) => given.patterns || bits.some(Boolean));
  const blocks = given.signs ? useful : useful.flatMap((bits) => BOTH.map(() => bits));
  const signs = given.signs ?? useful.flatMap(() => BOTH);
  const options = given.patterns ? { patterns: blocks, signs: [...signs] } : { tolerance: 1e-11 };
  const { W, alpha, dimension, objective } = await engine.solve(problem, options);
  const weights = rowsOf({ data: W, rows: alpha.length, cols: dimension });
  return { X, y: listOf(problem.y), lambda, loss, patterns: blocks, signs, W: weights, alpha: [...alpha], objective };
}

const listOf = (values: VectorLike): number[] => Array.from(values);

/** JavaScript writes a number with the fewest digits that give it back, and Python reads the same. */
const list = (values: readonly number[]): string => `[${values.map(String).join(', ')}]`;
const lines = (rows: readonly (readonly number[])[]): string =>
  rows.length ? `[\n${rows.map((row) => `    ${list(row)},`).join('\n')}\n]` : '[]';

const FACTOR: Record<Instance['loss'], string> = { sum: '1', mean: '1 / n', half: '1 / 2' };

/** A script that solves the instance with cvxpy and compares. */
export function programmeScript(title: string, instance: Instance): string {
  const { X, y, lambda, loss, patterns, signs, W, alpha, objective } = instance;
  return `"""${title}: the same convex programme, solved with cvxpy.

A network f(x) = sum_i alpha_i max(0, w_i . x) has the loss

    k ||f(X) - y||^2 + lambda sum_i (||w_i||^2 + alpha_i^2),    k = ${FACTOR[loss]}

The convex programme has one block u_b for each activation pattern D_b and sign s_b:

    minimise  k || sum_b s_b D_b X u_b - y ||^2 + 2 lambda sum_b ||u_b||
    such that (2 D_b - I) X u_b >= 0 for every b

Its optimum is the least loss of the networks whose neurons have these patterns and signs.
Needs: pip install numpy cvxpy
"""
import numpy as np

X = np.array(${lines(X)}, dtype=float)
y = np.array(${list(y)}, dtype=float)
weight_decay = ${lambda}
patterns = np.array(${lines(patterns)})
signs = ${list(signs)}

# The page's answer: a network and its loss.
W = np.array(${lines(W)}, dtype=float).reshape(-1, X.shape[1])
alpha = np.array(${list(alpha)}, dtype=float)
objective = ${objective}

n, d = X.shape
k = ${FACTOR[loss]}


def network_loss(W, alpha):
    f = np.maximum(0, X @ W.T) @ alpha
    return k * np.sum((f - y) ** 2) + weight_decay * (np.sum(W**2) + np.sum(alpha**2))


def programme():
    import cvxpy as cp

    u = [cp.Variable(d) for _ in signs]
    f = sum(s * (np.diag(D) @ X @ v) for D, s, v in zip(patterns, signs, u))
    penalty = 2 * weight_decay * sum(cp.norm(v, 2) for v in u)
    cones = [np.diag(2 * D - 1) @ X @ v >= 0 for D, v in zip(patterns, u)]
    return cp.Problem(cp.Minimize(k * cp.sum_squares(f - y) + penalty), cones)


if __name__ == "__main__":
    loss = network_loss(W, alpha)
    print(f"the page's network, its loss by numpy: {loss:.12g}")
    assert abs(loss - objective) <= 1e-9 * max(1, objective), (loss, objective)
    optimum = programme().solve()
    print(f"the page: {objective:.12g}   cvxpy: {optimum:.12g}   difference: {objective - optimum:.2g}")
    assert abs(optimum - objective) <= 1e-6 * max(1, objective), (optimum, objective)
    print("the same to 1e-6")
`;
}
