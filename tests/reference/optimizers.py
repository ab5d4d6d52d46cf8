#!/usr/bin/python3
"""Makes torch-optimizers.json: 200 steps of PyTorch's own optimisers (Debian: python3-torch) in double precision, from the
same start on the same data, for the engine's to be compared with."""
import json, pathlib, random

import torch

HERE = pathlib.Path(__file__).parent
STEPS = 200
CHECKED = (1, 10, 100, STEPS)
rng = random.Random(20251125)
normal = lambda rows, cols: [[rng.gauss(0, 1) for _ in range(cols)] for _ in range(rows)]

OPTIMIZERS = {
    'gd': lambda p, lr: torch.optim.SGD(p, lr),
    'momentum': lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9),
    'nesterov': lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9, nesterov=True),
    'adam': lambda p, lr: torch.optim.Adam(p, lr),
    'adagrad': lambda p, lr: torch.optim.Adagrad(p, lr),
    'rmsprop': lambda p, lr: torch.optim.RMSprop(p, lr),
}


def problem(n, d, m, loss, weight_decay):
    return {'X': normal(n, d), 'y': normal(1, n)[0], 'lambda': weight_decay, 'loss': loss,
            'W': [[0.5 * w for w in row] for row in normal(m, d)], 'alpha': [0.5 * a for a in normal(1, m)[0]]}


def objective(instance, W, alpha):
    X, y = (torch.tensor(instance[key], dtype=torch.float64) for key in ('X', 'y'))
    square = ((torch.relu(X @ W.T) @ alpha - y) ** 2).sum()
    scale = {'sum': 1, 'mean': 1 / len(y), 'half': 0.5}[instance['loss']]
    return scale * square + instance['lambda'] * ((W**2).sum() + (alpha**2).sum())


def run(instance, optimizer, step_size, rates=(1, 1)):
    W, alpha = (torch.tensor(instance[key], dtype=torch.float64, requires_grad=True) for key in ('W', 'alpha'))
    rule = OPTIMIZERS[optimizer]([{'params': [W], 'lr': step_size * rates[0]},
                                  {'params': [alpha], 'lr': step_size * rates[1]}], step_size)
    losses = {}
    for step in range(1, STEPS + 1):
        rule.zero_grad()
        objective(instance, W, alpha).backward()
        rule.step()
        if step in CHECKED:
            losses[step] = objective(instance, W, alpha).item()
    return {'optimizer': optimizer, 'stepSize': step_size, 'firstLayerRate': rates[0], 'secondLayerRate': rates[1],
            'losses': losses, 'W': W.tolist(), 'alpha': alpha.tolist()}


instances = [problem(12, 2, 7, 'mean', 0.0), problem(9, 3, 10, 'half', 0.01), problem(15, 6, 9, 'sum', 0.002)]
for instance, step in zip(instances, (0.02, 0.01, 0.002)):
    instance['runs'] = [run(instance, name, step) for name in OPTIMIZERS]
    instance['runs'] += [run(instance, 'gd', step, (1, 0)), run(instance, 'adam', step, (0.1, 1))]
(HERE / 'torch-optimizers.json').write_text(json.dumps({'torch': torch.__version__, 'instances': instances}) + '\n')
