#!/usr/bin/python3
"""Makes the cvxopt-* instances, or with --check solves every instance of this folder again."""
import json, math, pathlib, random, sys

from programme import blocks_of, solve

HERE = pathlib.Path(__file__).parent
rng = random.Random(20240507)  # the instances of the plane
sampler = random.Random(20250611)  # the instances with given patterns


def pattern(X, w):
    """1[X w > 0]; a product that is rounding is off."""
    return ''.join(str(int(math.fsum(map(float.__mul__, x, w)) > 1e-12 * math.hypot(*x))) for x in X)


def every_pattern(X):
    """The patterns of points on a line or in the plane: one direction inside every sector of the circle."""
    X = [(row[0], row[1] if len(row) > 1 else 0.0) for row in X]
    angles = sorted({round((math.atan2(x2, x1) + turn) % (2 * math.pi), 12)
                     for x1, x2 in X if (x1, x2) != (0, 0) for turn in (math.pi / 2, -math.pi / 2)})
    angles = [a for i, a in enumerate(angles) if i == 0 or a - angles[i - 1] > 1e-9]
    middles = [(a + b) / 2 for a, b in zip(angles, angles[1:] + [angles[0] + 2 * math.pi])]
    return sorted({pattern(X, (math.cos(a), math.sin(a))) for a in middles} - {'0' * len(X)})


def solve_instance(instance):
    """Optimum and lower bound in the instance's own units; solved in units where X and y are about 1."""
    X, y = instance['X'], instance['y']
    n = len(X)
    factor, b = (2, instance['lambda']) if instance['loss'] == 'sum' else (2 / n, n * instance['lambda'])
    x_unit = max(abs(v) for row in X for v in row)
    y_unit = math.sqrt(sum(v * v for v in y)) or 1.0
    blocks = blocks_of(instance.get('patterns') or every_pattern(X), instance.get('signs', 'both'))
    primal, dual = solve([[v / x_unit for v in row] for row in X], [v / y_unit for v in y], b / x_unit / y_unit, blocks)
    return primal * factor * y_unit**2, dual * factor * y_unit**2


normal = lambda n, rng=rng: [rng.gauss(0, 1) for _ in range(n)]
scaled = lambda rows, c: [[c * v for v in row] for row in rows]


def plane_instances():
    """(name, X, y, lambda, loss), the programme over every pattern."""
    plane = lambda n: [normal(2) for _ in range(n)]
    line = lambda n: [[x, 1.0] for x in sorted(rng.uniform(-1, 1) for _ in range(n))]
    base = line(12)
    labels = normal(12)
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


def pattern_instances():
    """(name, X, y, lambda, loss, patterns, signs): any dimension, the patterns given."""
    draw = lambda n: normal(n, sampler)
    cloud = lambda n, d: [draw(d) for _ in range(n)]
    seen = lambda X, count: list(dict.fromkeys(pattern(X, draw(len(X[0]))) for _ in range(count)))
    one_each = lambda patterns: [sampler.choice((1, -1)) for _ in patterns]
    bits = lambda n: ''.join(sampler.choice('01') for _ in range(n))

    X = cloud(12, 2)
    yield 'plane', X, draw(12), 0.1, 'sum', seen(X, 6), 'both'
    X = [[v] for v in draw(8)]
    yield 'd1', X, draw(8), 0.1, 'sum', seen(X, 5)[:1], 'both'
    X = cloud(1, 4)
    yield 'n1', X, [1.5], 0.05, 'mean', ['1', '0'], 'both'
    X = cloud(20, 3)
    yield 'mean', X, draw(20), 0.01, 'mean', (p := seen(X, 8)), one_each(p)
    X = [[*row, 1.0] for row in cloud(30, 3)]
    yield 'bias', X, draw(30), 0.05, 'sum', seen(X, 10), 'both'
    X = cloud(40, 5)
    yield 'positive', X, [abs(v) for v in draw(40)], 0.02, 'mean', (p := seen(X, 12)), [1] * len(p)
    X = cloud(40, 6)
    yield 'd6', X, draw(40), 0.2, 'sum', seen(X, 12), 'both'

    X, y = cloud(15, 3), draw(15)
    p = seen(X, 7)
    yield 'x-million', scaled(X, 1e6), y, 0.1e6, 'sum', p, 'both'
    yield 'y-millionth', X, [1e-6 * v for v in y], 0.1e-6, 'sum', p, 'both'
    yield 'x-millionth-y-million', scaled(X, 1e-6), [1e6 * v for v in y], 0.1, 'sum', p, 'both'
    yield 'lambda-tiny', X, y, 1e-8, 'sum', p, 'both'
    yield 'lambda-zero', X, y, 0.0, 'sum', p, one_each(p)
    yield 'lambda-large', X, y, 100.0, 'mean', p, 'both'
    yield 'twice', X[:5] * 3, y, 0.1, 'sum', (q := seen(X[:5] * 3, 4)) + q, 'both'

    flat = [[a, b, a + b, a - 2 * b] for a, b in cloud(12, 2)]
    yield 'rank-two', flat, draw(12), 0.1, 'sum', seen(flat, 6), 'both'
    X = [[t * v for v in (1.0, -2.0, 0.5)] for t in draw(9)]
    yield 'one-direction', X, draw(9), 0.1, 'sum', seen(X, 6), 'both'
    X = cloud(10, 3) + [[0.0] * 3] * 3
    yield 'zero-rows', X, draw(13), 0.1, 'sum', [p[:-3] + end for p, end in zip(seen(X, 6), ['000', '101', '111'] * 2)], 'both'
    X = cloud(10, 3)
    yield 'unrealisable', X, draw(10), 0.1, 'sum', ['0' * 10, '1' * 10, *seen(X, 3), *(bits(10) for _ in range(5))], 'both'
    near = draw(4)
    X = [[v + 1e-3 * e for v, e in zip(near, draw(4))] for _ in range(12)] + cloud(8, 4)
    yield 'thin-cones', X, draw(20), 0.05, 'sum', seen(X, 6), 'both'


def instances():
    for name, X, y, weight_decay, loss in plane_instances():
        yield {'name': f'cvxopt-{name}', 'loss': loss, 'lambda': weight_decay, 'X': X, 'y': y}
    for name, X, y, weight_decay, loss, patterns, signs in pattern_instances():
        yield {'name': f'cvxopt-patterns-{name}', 'loss': loss, 'lambda': weight_decay, 'X': X, 'y': y,
               'patterns': patterns, 'signs': signs}


def make():
    for instance in instances():
        primal, dual = solve_instance(instance)
        gap = (primal - dual) / primal
        instance |= {'optimum': primal, 'lowerBound': dual, 'relativeGap': gap, 'agree': ['CVXOPT']}
        (HERE / f"{instance['name']}.json").write_text(json.dumps(instance, separators=(',', ':')))
        print(f"{instance['name']:38} {primal:.12g}  gap {gap:.1e}")


def check():
    """CVXOPT alone is good to about 1e-6 where the stored optimum is the work of better solvers."""
    wrong = []
    for path in sorted(HERE.glob('*.json')):
        instance = json.loads(path.read_text())
        primal, _ = solve_instance(instance)
        scale = instance['optimum'] or sum(v * v for v in instance['y']) or 1.0
        error = (primal - instance['optimum']) / scale
        print(f"{path.stem:38} {instance['optimum']:.12g}  CVXOPT {error:+.1e}")
        wrong += [path.stem] if abs(error) > 1e-5 else []
    sys.exit(f"CVXOPT disagrees about {', '.join(wrong)}" if wrong else 0)


check() if '--check' in sys.argv else make()
