import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type Problem } from '../../web/engine/index.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});

describe('descentPath', () => {
  const trained = (problem: Problem, width: number) => {
    const trainer = engine.createTrainer(problem, { width, scale: 0.5, seed: 3, stepSize: 0.02 });
    trainer.step(2000);
    const { weights } = trainer;
    trainer.dispose();
    return weights;
  };

  test.each([11, 20])('goes down from a trained network of width %i to the certified optimum', (width) => {
    const { X, y } = engine.dataset('teaser');
    const problem = { X, y, lambda: 1e-3, bias: true } as const;
    const start = trained(problem, width);
    const path = engine.descentPath(problem, start, { samples: 1000 });
    expect(path).toMatchObject({ width, dimension: 2, reached: true });
    const [first] = path.keyFrames;
    expect(first).toMatchObject({ stage: 'start', t: 0, W: start.W, alpha: start.alpha });
    const last = path.keyFrames.at(-1)!;
    expect(last.t).toBe(1);
    const optimum = engine.solve(problem, { tolerance: 1e-12 });
    expect(last.loss).toBeLessThanOrEqual(optimum.objective * (1 + 1e-11));
    expect(last.loss).toBeGreaterThanOrEqual(optimum.lowerBound);

    let least = Infinity;
    for (const loss of path.samples!.loss) {
      expect(loss).toBeLessThanOrEqual(least * (1 + 1e-12));
      least = Math.min(least, loss);
    }
    for (const i of [0, 123, 500, 999]) {
      const t = path.samples!.t[i]!;
      const network = engine.networkOnPath(path, t);
      expect(network.width).toBe(width);
      expect(engine.evaluate(problem, network).objective).toBe(path.samples!.loss[i]);
    }
    for (const { t, W } of path.keyFrames) expect(engine.networkOnPath(path, t).W).toEqual(W);
  });

  test('goes to a given target, and says when that is no optimum', () => {
    const problem = { X: [[1]], y: [1], lambda: 0.1 };
    const root = Math.sqrt(0.9);
    const start = { W: [[2], [-1]], alpha: [0, 1] };
    const path = engine.descentPath(problem, start, { target: { W: [[root]], alpha: [root] } });
    expect(path.keyFrames.map((frame) => frame.stage)).toEqual(['start', 'balance', 'interpolate']);
    expect(path.keyFrames[2]!.loss).toBeCloseTo(0.19, 14);
    expect(path.reached).toBe(true);
    expect(path.samples).toBeUndefined();
    expect(engine.descentPath(problem, start, { target: { W: [[1.5]], alpha: [1.5] } }).reached).toBe(false);
  });
});

test('reduce leaves at most n neurons with the same output', () => {
  const { X, y } = engine.dataset('teaser');
  const problem = { X, y, lambda: 1e-3, bias: true } as const;
  const network = engine.createTrainer(problem, { width: 200, seed: 1 }).weights;
  const merged = engine.merge(problem, network);
  const reduced = engine.reduce(problem, network);
  expect(merged.width).toBeGreaterThan(10);
  expect(reduced.width).toBeLessThanOrEqual(10);
  const [before, after] = [engine.evaluate(problem, network), engine.evaluate(problem, reduced)];
  after.predictions.forEach((f, j) => {
    expect(f).toBeCloseTo(before.predictions[j]!, 10);
  });
  expect(after.penalty).toBeLessThan(before.penalty);
});

describe('criticalPoints', () => {
  const problem = { X: [[-1], [1]], y: [1, 2], lambda: 0 };

  test('lists the minima of two neurons as the article shows them', () => {
    const sets = engine.criticalPoints(problem, { width: 2 });
    const minima = sets.filter((set) => set.kind.endsWith('minimum'));
    expect(minima.map((set) => [set.shape, set.loss])).toEqual([
      ['point', 0],
      ['point', 0],
      ['segment', 1],
      ['segment', 4],
    ]);
    expect(minima[2]!.vertices.map((vertex) => [...vertex])).toEqual([
      [2, 0],
      [0, 2],
    ]);
    expect([...minima[2]!.signs]).toEqual([1, 1]);
    expect(minima[2]!.stableStepSize).toBeCloseTo(0.5, 14);
    expect(sets.filter((set) => set.kind === 'saddle')).toHaveLength(4);
  });

  test('follows a trained output weight from a hyperbola to the collapse', () => {
    const shapes = (lambda: number) =>
      engine.criticalPoints({ X: [[1]], y: [1], lambda }, { layers: 'both' }).map((set) => set.shape);
    expect(shapes(0)).toContain('hyperbola');
    expect(shapes(0.5)).toEqual(['point', 'point']);
    expect(shapes(1)).toEqual(['point']);
  });
});
