"""The programme of given activation patterns and signs, solved by CVXOPT as it stands in the paper:

    minimise 1/2 ||sum_k s_k D_k X u_k - y||^2 + b sum_k ||u_k||   subject to (2 D_k - I) X u_k >= 0.
"""
import math

from cvxopt import matrix, solvers, spmatrix

solvers.options.update(show_progress=False, maxiters=200)


def blocks_of(patterns, signs):
    """The distinct (pattern, sign) pairs; patterns are sequences of 0 and 1, signs is 'both' or one +-1 a pattern."""
    pairs = [(p, s) for p in patterns for s in (1, -1)] if signs == 'both' else zip(patterns, signs)
    return list(dict.fromkeys((tuple(int(bit) for bit in p), s) for p, s in pairs))


def solve(X, y, b, blocks):
    """(value, lower bound) for X n x d and y of size about 1: the closest pair of several attempts.

    CVXOPT may break down on its last digits; which factorisation and which tolerance do best varies.
    """
    small = len(blocks) * (len(X) + len(X[0])) < 500  # 'ldl' is the most accurate, and dense
    best = None
    for kktsolver in ['ldl', None] if small else [None]:
        for tolerance in (1e-14, 1e-12, 1e-10) if small else (1e-10,):
            solvers.options.update(abstol=tolerance, reltol=tolerance, feastol=max(tolerance, 1e-11))
            try:
                attempt = attempt_to_solve(X, y, b, blocks, kktsolver)
            except (ArithmeticError, ValueError):
                continue
            if best is None or gap(attempt) < gap(best):
                best = attempt
            if gap(best) < 1e-12:
                return best
    return best


def gap(attempt):
    value, bound = attempt
    return abs(value - bound) / max(abs(value), 1e-12)


def attempt_to_solve(X, y, b, blocks, kktsolver):
    n, d, K = len(X), len(X[0]), len(blocks)
    data, gates = columns(X, blocks), cones(X, blocks)
    inner = K * d
    t = K if b > 0 else 0  # without a penalty no norm is needed
    P = matrix(0.0, (inner + t, inner + t))
    P[:inner, :inner] = data.T * data
    q = matrix([*(-(data.T * matrix(y))), *([float(b)] * t)])
    I, J, V = list(gates.I), list(gates.J), list(-gates.V)
    row = K * n
    for k in range(t):  # ||u_k|| <= t_k
        I += range(row, row + d + 1); J += [inner + k, *range(k * d, (k + 1) * d)]; V += [-1.0] * (d + 1)
        row += d + 1
    G = spmatrix(V, I, J, (row, inner + t))
    s = solvers.coneqp(P, q, G, matrix(0.0, (row, 1)), {'l': K * n, 'q': [d + 1] * t, 's': []}, kktsolver=kktsolver)
    half = sum(v * v for v in y) / 2
    value = s['primal objective'] + half
    if b == 0:
        return value, s['dual objective'] + half
    residual = matrix(y) - data * s['x'][:inner]
    return value, proven_bound(residual, y, b, data, gates, s['z'][:K * n], d)


def columns(X, blocks):
    """[s_1 D_1 X ... s_K D_K X], n x (K d)."""
    n, d = len(X), len(X[0])
    A = matrix(0.0, (n, len(blocks) * d))
    for k, (p, s) in enumerate(blocks):
        for j in range(n):
            for i in range(d):
                A[j, k * d + i] = p[j] * s * X[j][i]
    return A


def cones(X, blocks):
    """blkdiag((2 D_k - I) X)."""
    n, d = len(X), len(X[0])
    entries = [((2 * p[j] - 1) * X[j][i], k * n + j, k * d + i)
               for k, (p, _) in enumerate(blocks) for j in range(n) for i in range(d)]
    V, I, J = zip(*entries)
    return spmatrix(V, I, J, (len(blocks) * n, len(blocks) * d))


def proven_bound(theta, y, b, A, gates, z, d):
    """Weak duality at t * theta: feasible as soon as t ||A_k' theta + G_k' z_k|| <= b for every block, whatever z >= 0."""
    pull = A.T * theta + gates.T * matrix([max(v, 0.0) for v in z])
    worst = max(math.hypot(*pull[k:k + d]) for k in range(0, len(pull), d))
    square = (theta.T * theta)[0]
    if square == 0:
        return 0.0
    along = (theta.T * matrix(y))[0]
    t = min(along / square, b / worst) if worst > 0 else along / square
    return t * along - t * t * square / 2
