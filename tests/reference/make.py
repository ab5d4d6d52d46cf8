#!/usr/bin/python3
"""Makes the cvxopt-* instances, or with --check solves every instance of this folder again.

The programme over all activation patterns of points in the plane, solved by CVXOPT as it stands in the paper:
    minimise 1/2 ||sum_k s_k D_k X u_k - y||^2 + b sum_k ||u_k||   subject to (2 D_k - I) X u_k >= 0.
"""
import json, math, pathlib, random, sys
from cvxopt import matrix, solvers, spmatrix

HERE = pathlib.Path(__file__).parent


def patterns(X):
    """One direction inside every sector of the circle cut by the lines x.w = 0."""
    angles = sorted({round((math.atan2(x2, x1) + turn) % (2 * math.pi), 12)
                     for x1, x2 in X if (x1, x2) != (0, 0) for turn in (math.pi / 2, -math.pi / 2)})
    angles = [a for i, a in enumerate(angles) if i == 0 or a - angles[i - 1] > 1e-9]
    found = set()
    for a, b in zip(angles, angles[1:] + [angles[0] + 2 * math.pi]):
        w = math.cos((a + b) / 2), math.sin((a + b) / 2)
        found.add(tuple(x1 * w[0] + x2 * w[1] > 1e-12 * math.hypot(x1, x2) for x1, x2 in X))
    return sorted(p for p in found if any(p))


def solve(X, y, b):
    """(primal, dual) value of the programme, X n x 2 of size about 1."""
    n = len(y)
    blocks = [(p, s) for p in patterns(X) for s in (1, -1)]
    K = len(blocks)
    N = 2 * K
    A = matrix(0.0, (n, N))
    for k, (p, s) in enumerate(blocks):
        for j in range(n):
            if p[j]:
                A[j, 2 * k], A[j, 2 * k + 1] = s * X[j][0], s * X[j][1]
    P = matrix(0.0, (N + K, N + K))
    P[:N, :N] = A.T * A
    q = matrix([*(-(A.T * matrix(y))), *([b] * K)])
    I, J, V = [], [], []
    row = 0
    for k, (p, _) in enumerate(blocks):  # cones: -(2 D - I) X u <= 0
        for j in range(n):
            sign = 1 if p[j] else -1
            I += [row, row]; J += [2 * k, 2 * k + 1]; V += [-sign * X[j][0], -sign * X[j][1]]
            row += 1
    linear = row
    for k in range(K):  # ||u|| <= t
        I += [row, row + 1, row + 2]; J += [N + k, 2 * k, 2 * k + 1]; V += [-1.0, -1.0, -1.0]
        row += 3
    G = spmatrix(V, I, J, (row, N + K))
    solvers.options.update(show_progress=False, abstol=1e-13, reltol=1e-12, feastol=1e-11, maxiters=200)
    s = solvers.coneqp(P, q, G, matrix(0.0, (row, 1)), {'l': linear, 'q': [3] * K, 's': []})
    half = sum(v * v for v in y) / 2
    return s['primal objective'] + half, s['dual objective'] + half


def solve_instance(instance):
    """Optimum and lower bound in the instance's own units; solved in units where X and y are about 1."""
    X = [(row[0], row[1] if len(row) > 1 else 0.0) for row in instance['X']]
    n = len(X)
    factor, b = (2, instance['lambda']) if instance['loss'] == 'sum' else (2 / n, n * instance['lambda'])
    x_unit = max(abs(v) for row in X for v in row)
    y_unit = math.sqrt(sum(v * v for v in instance['y'])) or 1.0
    primal, dual = solve([(u / x_unit, v / x_unit) for u, v in X], [v / y_unit for v in instance['y']],
                         b / x_unit / y_unit)
    return primal * factor * y_unit**2, dual * factor * y_unit**2


def instances():
    rng = random.Random(20240507)
    normal = lambda n: [rng.gauss(0, 1) for _ in range(n)]
    plane = lambda n: [normal(2) for _ in range(n)]
    line = lambda n: [[x, 1.0] for x in sorted(rng.uniform(-1, 1) for _ in range(n))]
    base = line(12)
    labels = normal(12)
    scaled = lambda rows, c: [[c * v for v in row] for row in rows]
    yield 'plane', plane(10), normal(10), 0.2, 'sum'
    yield 'line', base, labels, 0.1, 'sum'
    yield 'line-mean', base, labels, 0.01, 'mean'
    yield 'duplicates', base[:4] * 3, labels, 0.1, 'sum'
    yield 'antipodes', (p := plane(5)) + [[-v for v in row] for row in p], normal(10), 0.2, 'sum'
    yield 'zero-rows', plane(6) + [[0.0, 0.0]] * 3, normal(9), 0.2, 'sum'
    yield 'one-direction', [[t, 2 * t] for t in normal(9)], normal(9), 0.2, 'sum'
    yield 'x-million', scaled(base, 1e6), labels, 0.1e6, 'sum'
    yield 'x-millionth', scaled(base, 1e-6), labels, 0.1e-6, 'sum'
    yield 'y-million', base, [1e6 * v for v in labels], 0.1e6, 'sum'
    yield 'both-millionth', scaled(base, 1e-6), [1e-6 * v for v in labels], 0.1e-12, 'sum'
    yield 'd1', [[v] for v in normal(9)], normal(9), 0.3, 'sum'
    yield 'large-lambda', base, labels, 100.0, 'sum'


def make():
    for name, X, y, weight_decay, loss in instances():
        instance = {'name': f'cvxopt-{name}', 'loss': loss, 'lambda': weight_decay, 'X': X, 'y': y}
        primal, dual = solve_instance(instance)
        instance |= {'optimum': primal, 'lowerBound': dual, 'relativeGap': (primal - dual) / primal, 'agree': ['CVXOPT']}
        (HERE / f'cvxopt-{name}.json').write_text(json.dumps(instance, separators=(',', ':')))
        print(f"{name:16} {primal:.12g}  gap {(primal - dual) / primal:.1e}")


def check():
    for path in sorted(HERE.glob('*.json')):
        instance = json.loads(path.read_text())
        primal, _ = solve_instance(instance)
        print(f"{path.stem:20} {instance['optimum']:.12g}  CVXOPT {(primal - instance['optimum']) / instance['optimum']:+.1e}")


check() if '--check' in sys.argv else make()
