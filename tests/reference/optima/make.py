"""The smallest and largest outputs of optimal networks, by column generation on the circle with NNLS, then linear programming.

Nothing of it is the engine's: the optimum is found by scipy's nnls over the local maxima of the response, the directions that touch are those
maxima, and the range at an input is two calls of scipy's linprog (HiGHS). Debian: python3-scipy.

    python3 make.py          writes ranges.json
    python3 make.py --check  finds everything again and compares with ranges.json to 1e-7
"""
import json
import pathlib
import sys

import numpy as np
from scipy.optimize import linprog, nnls

HERE = pathlib.Path(__file__).parent


def relu(z):
    return np.where(z > 1e-13, z, 0)


def direction(angle):
    return np.array([np.cos(angle), np.sin(angle)])


def rays(X):
    """The angles at which a point switches on or off."""
    angles = np.arctan2(X[:, 1], X[:, 0])
    both = np.sort(np.mod(np.concatenate([angles + np.pi / 2, angles - np.pi / 2]) + np.pi, 2 * np.pi) - np.pi)
    return both[np.concatenate([[True], np.diff(both) > 1e-11])]


def extrema(X, theta):
    """(angle, sign, value): on every ray, and inside every sector where its sinusoid has its peak."""
    at, found = rays(X), []
    for k, start in enumerate(at):
        end = at[(k + 1) % len(at)] + (2 * np.pi if k == len(at) - 1 else 0)
        g = X.T @ (theta * (X @ direction((start + end) / 2) > 0))
        for sign in (1, -1):
            peak = np.arctan2(sign * g[1], sign * g[0])
            if 1e-9 < np.mod(peak - start, 2 * np.pi) < end - start - 1e-9:
                found.append((peak, sign, np.linalg.norm(g)))
        value = theta @ relu(X @ direction(start))
        found.append((start, 1 if value > 0 else -1, abs(value)))
    return found


def apart(angle, other):
    return abs(np.mod(angle - other + np.pi, 2 * np.pi) - np.pi)


def columns(X, pairs):
    return np.array([sign * relu(X @ direction(angle)) for angle, sign in pairs]).T


def optimum(X, y, b):
    """theta = y - f of the optimum of 1/2 ||f - y||^2 + b sum c."""
    theta, pairs = y, []
    for _ in range(400):
        violated = [(angle, sign) for angle, sign, value in extrema(X, theta) if value > b * (1 + 1e-12)]
        if not violated:
            break
        pairs += [p for p in violated if not any(apart(p[0], q[0]) < 1e-9 and p[1] == q[1] for q in pairs)]
        Phi = columns(X, pairs)
        L = np.linalg.cholesky(Phi.T @ Phi + 1e-12 * np.eye(len(pairs)))
        c, _ = nnls(L.T, np.linalg.solve(L, Phi.T @ y - b), maxiter=100 * len(pairs))
        theta = y - Phi @ c
        pairs = [p for p, weight in zip(pairs, c) if weight > 1e-9]
    return theta


def ranges(X, y, b, at):
    theta = optimum(X, y, b)
    touching = []
    for angle, sign, value in extrema(X, theta):
        if value > b * (1 - 1e-5) and not any(apart(angle, q[0]) < 1e-6 for q in touching):
            touching.append((angle, sign))
    Phi, f = columns(X, touching), y - theta
    U, sizes, _ = np.linalg.svd(Phi, full_matrices=False)
    rank = int(np.sum(sizes > 1e-7 * sizes[0]))
    A, rhs = U[:, :rank].T @ Phi, U[:, :rank].T @ f
    low, high = [], []
    for x in at:
        cost = columns(x[None, :], touching)[0]
        least, most = (linprog(s * cost, A_eq=A, b_eq=rhs, bounds=(0, None), method="highs") for s in (1, -1))
        assert least.status == 0 and most.status == 0
        low.append(float(least.fun)), high.append(float(-most.fun))
    return {"directions": len(touching), "rank": rank, "low": low, "high": high}


def around(count):
    angles = 2 * np.pi * np.arange(count) / count
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def instances():
    y = [0.5846, 0.2745, 0.6117, 0.3177, 0.6281, 0.2891, 0.5912, 0.2951, 0.6036, 0.3265]
    line = np.stack([np.linspace(-0.5, 0.5, 10), np.ones(10)], axis=1)
    at = np.stack([np.linspace(-0.8, 0.8, 17), np.ones(17)], axis=1)
    yield "teaser", line, np.array(y), 1e-4, at
    for labels in ([1, 0.8, 0.6], [1, 1, 1, 1, 1], [1, 0.9, 1, 1.1, 1], [1, 1, 1, 1], [1, 0.5, 0]):
        yield f"{len(labels)} around a circle", around(len(labels)), np.array(labels, dtype=float), 0.03, around(36)


def answers():
    for name, X, y, weight_decay, at in instances():
        problem = {"name": name, "X": X.tolist(), "y": y.tolist(), "lambda": weight_decay, "loss": "mean"}
        yield problem | {"at": at.tolist()} | ranges(X, y, len(y) * weight_decay, at)


if __name__ == "__main__":
    found, file = list(answers()), HERE / "ranges.json"
    if "--check" in sys.argv:
        for new, old in zip(found, json.loads(file.read_text())):
            assert (new["directions"], new["rank"]) == (old["directions"], old["rank"]), new["name"]
            np.testing.assert_allclose(new["low"], old["low"], atol=1e-7)
            np.testing.assert_allclose(new["high"], old["high"], atol=1e-7)
        print(f"{len(found)} instances as stored")
    else:
        file.write_text(json.dumps(found))
