/** A script that finds the activation patterns of these inputs (with their column of ones) anew, subset by subset. */
export function patternsScript(
  title: string,
  X: readonly (readonly number[])[],
  patterns: readonly ArrayLike<number>[],
): string {
  const row = (values: ArrayLike<number>): string => `    [${Array.from(values, String).join(', ')}],`;
  return `"""${title}: the activation patterns, found anew by linear programming.

A subset of the points is a pattern when some direction w sees exactly it:

    x_j . w > 0 for the points in it, x_j . w < 0 for the others.

Scaled, this is (2 D - I) X w >= 1: a linear programme for each of the 2^n subsets.
Needs: pip install numpy cvxpy
"""
from itertools import product

import numpy as np

X = np.array([
${X.map(row).join('\n')}
], dtype=float)

# The page's answer.
patterns = {tuple(bits) for bits in [
${patterns.map(row).join('\n')}
]}


def is_pattern(bits):
    import cvxpy as cp

    w = cp.Variable(X.shape[1])
    problem = cp.Problem(cp.Minimize(0), [np.diag(2 * np.array(bits) - 1) @ X @ w >= 1])
    problem.solve()
    return problem.status in ("optimal", "optimal_inaccurate")


if __name__ == "__main__":
    found = {bits for bits in product((0, 1), repeat=len(X)) if is_pattern(bits)}
    print(f"the page: {len(patterns)} patterns   cvxpy: {len(found)} of {2 ** len(X)} subsets")
    assert found == patterns, found ^ patterns
    print("the same")
`;
}
