#!/usr/bin/python3
"""peers.py list                          which peers this machine has, with versions, as JSON
peers.py best INSTANCE.json              the best objective that ECOS can be brought to, for best-known.json
peers.py SOLVER INSTANCE.json SECONDS    solves it and prints one JSON object: milliseconds (the solver alone, median),
                                         modelling (milliseconds before it), objective, violation, status
A run that lasts longer than SECONDS ends by SIGALRM."""
import json, os, pathlib, signal, statistics, subprocess, sys, tempfile, time

for threads in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS'):
    os.environ[threads] = '1'

HERE = pathlib.Path(__file__).parent
R_SCRIPT = ['Rscript', '--vanilla', str(HERE / 'ecos.R')]


def repeated(work):
    """(answer, median milliseconds): the first run warms up; at least three more and 200 ms, unless one takes two seconds."""
    times = []
    answer, first = timed(work)
    if first > 2000:
        return answer, first
    while len(times) < 3 or sum(times) < 200:
        times.append(timed(work)[1])
    return answer, statistics.median(times)


def timed(work):
    begin = time.perf_counter()
    answer = work()
    return answer, 1000 * (time.perf_counter() - begin)


def solve_cvxopt(problem):
    from cvxopt import matrix, solvers, spmatrix
    import socp
    # relative to a value without its constant ||y||^2, which is much larger than the objective: hence 1e-10
    solvers.options.update(show_progress=False, abstol=1e-9, reltol=1e-10)

    def model():
        P, q, G, h, linear, cones = socp.quadratic_objective(problem)
        if G.shape[0] * G.shape[1] < 2e7:  # dense is faster as long as it fits
            G = matrix(G.toarray())
        else:
            G = G.tocoo()
            G = spmatrix(G.data.tolist(), G.row.tolist(), G.col.tolist(), G.shape)
        return matrix(P.toarray()), matrix(q), G, matrix(h), {'l': linear, 'q': cones, 's': []}

    data, modelling = timed(model)
    answer, milliseconds = repeated(lambda: solvers.coneqp(*data))
    import numpy as np
    return np.array(answer['x']).ravel(), milliseconds, modelling, answer['status']


def solve_ecos(problem, tolerance=1e-8, scale=1):
    """Through R's ECOSolveR, which is the C library; its own clock (set-up and solve) is what counts."""
    import numpy as np
    import socp
    (c, G, h, linear, cones), modelling = timed(lambda: socp.linear_objective(problem))
    G, c = G.tocoo(), scale * c
    with tempfile.TemporaryDirectory() as folder:
        task, answer = pathlib.Path(folder, 'task'), pathlib.Path(folder, 'answer')
        integers = np.concatenate([[G.shape[1], G.shape[0], G.nnz, linear, len(cones)], cones, G.row + 1, G.col + 1])
        task.write_bytes(integers.astype('<i4').tobytes() + np.concatenate([G.data, c, h]).astype('<f8').tobytes())
        words = subprocess.run([*R_SCRIPT, str(task), str(answer), str(tolerance)], check=True, stdout=subprocess.PIPE, text=True).stdout
        milliseconds, status = words.strip().split('\n')[-1].split('\t')
        return np.fromfile(answer, '<f8'), float(milliseconds), modelling, status


SOLVERS = {'CVXOPT': solve_cvxopt, 'ECOS': solve_ecos}


def best_objective(problem):
    """The best of ECOS with its blocks in their cones; which units of the objective carry it furthest varies."""
    import socp
    attempts = [(tolerance, scale) for tolerance in (1e-8, 1e-10, 1e-12) for scale in (1, 10, 100, 1000, 1e4)]
    answers = [socp.judge(problem, solve_ecos(problem, *attempt)[0]) for attempt in attempts]
    return min(answer['objective'] for answer in answers if answer['violation'] < 1e-12)


def available():
    found = {}
    try:
        import numpy, scipy  # the matrices of every peer
        import cvxopt
        found['CVXOPT'] = cvxopt.__version__
        words = subprocess.run([*R_SCRIPT, 'version'], capture_output=True, text=True)
        if words.returncode == 0:
            found['ECOS'] = words.stdout.strip()
    except (ImportError, FileNotFoundError):
        pass
    return found


def read(path):
    import socp
    return socp.read(json.loads(pathlib.Path(path).read_text()))


def measure(solver, path, seconds):
    import socp
    signal.alarm(int(seconds))
    problem = read(path)
    x, milliseconds, modelling, status = SOLVERS[solver](problem)
    return {'instance': pathlib.Path(path).stem, 'solver': solver, 'milliseconds': milliseconds, 'modelling': modelling,
            'status': status, **socp.judge(problem, x)}


def main(what, *words):
    if what == 'list':
        return available()
    return best_objective(read(*words)) if what == 'best' else measure(what, *words)


if __name__ == '__main__':
    print(json.dumps(main(*sys.argv[1:])))
