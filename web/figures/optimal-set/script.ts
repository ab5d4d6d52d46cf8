import type { ShapedMatrix } from '../../engine/types.ts';

/** What the script is given: the problem, the page's directions, one network, and the range at some inputs. */
interface Ranges {
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly lambda: number;
  readonly directions: ShapedMatrix;
  readonly signs: readonly number[];
  readonly weights: readonly number[];
  readonly objective: number;
  readonly at: readonly (readonly number[])[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

const list = (values: readonly number[]): string => `[${values.map(String).join(', ')}]`;
const lines = (rows: readonly (readonly number[])[]): string =>
  rows.length ? `[\n${rows.map((row) => `    ${list(row)},`).join('\n')}\n]` : '[]';

/** A script that finds the smallest and largest outputs again with scipy, and compares. */
export function rangeScript({ X, y, lambda, directions, signs, weights, objective, at, low, high }: Ranges): string {
  const rows = Array.from({ length: directions.rows }, (_, k) => [
    ...directions.data.subarray(k * directions.cols, (k + 1) * directions.cols),
  ]);
  return `"""All the best networks: the smallest and largest output of any of them, found anew by linear programming.

The best networks are { c >= 0 : Phi c = f }, where column k of Phi is s_k max(0, X w_k), w_k the directions that touch,
and f the outputs that all of them share. At an input x the output is sum_k s_k c_k max(0, x . w_k).
Needs: pip install numpy scipy
"""
import numpy as np

X = np.array(${lines(X)}, dtype=float)
y = np.array(${list(y)}, dtype=float)
weight_decay = ${lambda}

# The page's answer: the directions that touch with their signs, one best network, its loss, and the range at some inputs.
W = np.array(${lines(rows)}, dtype=float).reshape(-1, X.shape[1])
signs = np.array(${list(signs)}, dtype=float)
c = np.array(${list(weights)}, dtype=float)
objective = ${objective}
inputs = np.array(${lines(at)}, dtype=float)
low = np.array(${list(low)})
high = np.array(${list(high)})


def features(inputs):
    return np.maximum(0, inputs @ W.T) * signs


def span(Phi, f):
    """The equations Phi c = f without those that follow from the others."""
    U, sizes, V = np.linalg.svd(Phi, full_matrices=False)
    rank = int(np.sum(sizes > 1e-9 * sizes[0])) if len(sizes) else 0
    return U[:, :rank].T @ Phi, U[:, :rank].T @ f


def extreme(cost, A, b):
    from scipy.optimize import linprog

    answer = linprog(cost, A_eq=A, b_eq=b, bounds=(0, None), method="highs")
    assert answer.status == 0, answer.message
    return answer.fun


if __name__ == "__main__":
    Phi = features(X)
    f = Phi @ c
    loss = np.mean((f - y) ** 2) + 2 * weight_decay * np.sum(c)
    print(f"the page: loss {objective:.12g}   numpy: {loss:.12g}")
    assert abs(loss - objective) <= 1e-9 * max(1, objective), (loss, objective)
    worst = 0.0
    if len(signs):
        # Every direction touches: its response to the residual is the level.
        responses = 2 / len(y) * Phi.T @ (y - f)
        assert np.allclose(responses, 2 * weight_decay, rtol=1e-5), responses
        A, b = span(Phi, f)
        for row, least, most in zip(features(inputs), low, high):
            worst = max(worst, abs(extreme(row, A, b) - least), abs(-extreme(-row, A, b) - most))
    print(f"largest difference of {2 * len(low)} outputs to scipy's: {worst:.2g}")
    assert worst <= 1e-6 * max(1, np.max(np.abs(y))), worst
    print("the same to 1e-6")
`;
}
