"""pytorch.py version: prints PyTorch's version, or fails.
pytorch.py CASE.json: gradient descent by PyTorch in doubles on one thread; prints one JSON object, as hcx_bench_training does."""
import json
import sys
import time

import torch

JUDGED_AFTER = 50
ROUNDS, WARM_UP, ROUND, CALL = 25, 0.3, 0.05, 0.005  # as in rounds.mjs, in seconds


class Network(torch.nn.Module):
    def __init__(self, W, alpha):
        super().__init__()
        self.W = torch.nn.Parameter(W.clone())
        self.alpha = torch.nn.Parameter(alpha.clone())

    def forward(self, X):
        return torch.relu(X @ self.W.T) @ self.alpha


def best_rate(run, restart):
    count, begin = 1, time.perf_counter()
    while time.perf_counter() - begin < WARM_UP:
        called = time.perf_counter()
        run(count)
        if time.perf_counter() - called < CALL:
            count *= 2
    best = 0
    for _ in range(ROUNDS):
        restart()
        done, took, begin = 0, 0, time.perf_counter()
        while took < ROUND:
            run(count)
            done += count
            took = time.perf_counter() - begin
        best = max(best, done / took)
    return best


def main(file):
    with open(file) as f:
        case = json.load(f)
    tensor = lambda name: torch.tensor(case[name], dtype=torch.float64)
    X = tensor("X").reshape(case["points"], case["dimension"])
    y = tensor("y")
    W, alpha = tensor("W").reshape(case["width"], case["dimension"]), tensor("alpha")
    network = Network(W, alpha)
    misfit = torch.nn.MSELoss()
    optimizer = torch.optim.SGD(network.parameters(), lr=case["stepSize"], weight_decay=2 * case["lambda"])

    def run(count):
        for _ in range(count):
            optimizer.zero_grad(set_to_none=True)
            misfit(network(X), y).backward()
            optimizer.step()

    def restart():
        with torch.no_grad():
            network.W.copy_(W)
            network.alpha.copy_(alpha)

    run(JUDGED_AFTER)
    with torch.no_grad():
        decay = case["lambda"] * (network.W.square().sum() + network.alpha.square().sum())
        loss = (misfit(network(X), y) + decay).item()
    result = {"case": case["name"], "platform": "PyTorch", "loss": loss, "stepsPerSecond": best_rate(run, restart)}
    print(json.dumps(result))


torch.set_num_threads(1)
if sys.argv[1] == "version":
    print(torch.__version__)
else:
    main(sys.argv[1])
