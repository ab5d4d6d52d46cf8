"""The convex programme of an instance as a cone programme, in sparse matrices, and what an answer to it is worth."""
from types import SimpleNamespace

import numpy as np
from scipy import sparse


def read(instance):
    """The instance in arrays: loss factor c, penalty on ||u||, X, y, and for each block its pattern (K x n) and its sign."""
    patterns = np.array([[int(bit) for bit in p] for p in instance['patterns']])
    if instance['signs'] == 'both':
        patterns, signs = np.repeat(patterns, 2, axis=0), np.tile([1, -1], len(patterns))
    else:
        signs = np.array(instance['signs'])
    X, y = np.array(instance['X']), np.array(instance['y'])
    factor = 1.0 if instance['loss'] == 'sum' else 1 / len(y)
    return SimpleNamespace(factor=factor, penalty=2 * instance['lambda'], X=X, y=y, patterns=patterns, signs=signs)


def columns(p):
    """A = [s_1 D_1 X ... s_K D_K X], n x (K d)."""
    return sparse.hstack([sparse.csc_matrix(s * d[:, None] * p.X) for d, s in zip(p.patterns, p.signs)], format='csc')


def gates(p):
    """blkdiag((2 D_k - I) X), (K n) x (K d): nonnegative at u in the cones."""
    return sparse.block_diag([(2 * d - 1)[:, None] * p.X for d in p.patterns], format='csc')


def norm_cones(K, d, width):
    """Rows of -(t_k, u_k), one cone after the other, over the variables (u, t) and whatever follows: K (d + 1) x width."""
    rows = np.arange(K * (d + 1)).reshape(K, d + 1)
    cols = np.hstack([K * d + np.arange(K)[:, None], np.arange(K * d).reshape(K, d)])
    return sparse.csc_matrix((-np.ones(rows.size), (rows.ravel(), cols.ravel())), shape=(rows.size, width))


def linear_objective(p):
    """minimise c'x over x = (u, t, tau), h - G x in the cones: every square in one cone, ||r||^2 <= tau."""
    K, (n, d) = len(p.signs), p.X.shape
    width = K * d + K + 1
    pad = lambda M: sparse.csc_matrix((M.data, M.indices, np.append(M.indptr, [M.nnz] * (width - M.shape[1]))),
                                      shape=(M.shape[0], width))
    tau = sparse.csc_matrix(([-1.0, 1.0], ([0, 1], [width - 1] * 2)), shape=(2, width))
    G = sparse.vstack([-pad(gates(p)), norm_cones(K, d, width), tau, -2 * pad(columns(p))], format='csc')
    h = np.concatenate([np.zeros(K * n + K * (d + 1)), [1, 1], -2 * p.y])
    c = np.concatenate([np.zeros(K * d), np.full(K, p.penalty), [p.factor]])
    return c, G, h, K * n, [d + 1] * K + [n + 2]


def quadratic_objective(p):
    """minimise x'P x / 2 + q'x over x = (u, t), h - G x in the cones."""
    K, (n, d) = len(p.signs), p.X.shape
    A = columns(p)
    P = sparse.block_diag([2 * p.factor * (A.T @ A), sparse.csc_matrix((K, K))], format='csc')
    q = np.concatenate([-2 * p.factor * (A.T @ p.y), np.full(K, p.penalty)])
    cones = sparse.hstack([gates(p), sparse.csc_matrix((K * n, K))])
    G = sparse.vstack([-cones, norm_cones(K, d, K * d + K)], format='csc')
    return P, q, G, np.zeros(G.shape[0]), K * n, [d + 1] * K


def judge(p, u):
    """Objective at u, and how far the worst block is outside its cone: -(2D - I)x_j . u_k / (||x_j|| max ||u_k||)."""
    K, (n, d) = len(p.signs), p.X.shape
    u = u[:K * d].reshape(K, d)
    response = u @ p.X.T
    residual = (p.signs[:, None] * p.patterns * response).sum(axis=0) - p.y
    norms = np.linalg.norm(u, axis=1)
    rows = np.linalg.norm(p.X, axis=1)
    outside = np.max(-(2 * p.patterns - 1) * response / np.where(rows > 0, rows, 1))
    return {'objective': p.factor * residual @ residual + p.penalty * norms.sum(),
            'violation': max(outside, 0.0) / max(norms.max(), 1e-300)}
