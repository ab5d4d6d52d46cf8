import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type GatedResult, type Problem } from '../../web/engine/index.ts';
import { good } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});

/** f of a gated network on the data. */
const outputs = ({ V, gates }: GatedResult, X: number[][]) =>
  X.map((x, j) =>
    gates.reduce((sum, gate, k) => sum + gate[j]! * x.reduce((dot, v, i) => dot + v * V[k * x.length + i]!, 0), 0),
  );

describe('the gated relaxation', () => {
  const points = good.X as number[][];
  const problem: Problem = { ...good, lambda: 0.02 };

  test('is certified, and lies below training, which lies below its decomposition', () => {
    const result = engine.solveGated(problem);
    expect(result.status).toBe('optimal');
    expect(result.certifiedFor).toBe('all-patterns');
    expect(result.gap).toBeLessThanOrEqual(1e-9 * result.objective);
    expect(result.V).toHaveLength(2 * result.gates.length);
    const optimum = engine.solve(problem);
    expect(result.lowerBound).toBeLessThanOrEqual(optimum.objective);
    const relu = result.relu!;
    expect(relu.objective).toBeGreaterThanOrEqual(optimum.lowerBound);
    expect(relu.objective).toBeLessThanOrEqual(relu.bound);
    expect(relu.dimension).toBe(2);
    const evaluated = engine.evaluate(problem, relu);
    expect(evaluated.objective).toBeCloseTo(relu.objective, 12);
    for (const [j, f] of outputs(result, points).entries()) expect(evaluated.predictions[j]).toBeCloseTo(f, 10);
  });

  test('is proven again from its network and dual point, over the gates listed or over all', () => {
    const patterns = engine.samplePatterns(points, { count: 9, seed: 1 });
    const result = engine.solveGated(problem, { patterns });
    expect(result.certifiedFor).toBe('given-patterns');
    const again = engine.certifyGated(problem, result, { patterns, dual: result.dual });
    const { objective, lowerBound, gap, dual } = result;
    expect(again).toEqual({ objective, lowerBound, gap, dual });
    const rows = { V: result.gates.map((_, k) => [...result.V.slice(2 * k, 2 * k + 2)]), gates: result.gates };
    expect(engine.certifyGated(problem, rows, { patterns, dual: result.dual })).toEqual(again);
    expect(engine.certifyGated(problem, result).lowerBound).toBeLessThanOrEqual(engine.solveGated(problem).objective);
    expect(engine.certifyGated(problem, { V: [], gates: [] }).objective).toBeCloseTo(6, 12);
  });

  test('over sampled gates is the same for the same seed', () => {
    const { seconds: _, ...once } = engine.solveGated(problem, { patterns: 'sampled', count: 5, seed: 3 });
    const { seconds: __, ...again } = engine.solveGated(problem, { patterns: 'sampled', count: 5, seed: 3 });
    expect(again).toEqual(once);
    const patterns = engine.samplePatterns(points, { count: 5, seed: 3 });
    expect(engine.solveGated(problem, { patterns }).objective).toBe(once.objective);
  });

  test('has no ReLU network to show for a gate that no direction realises', () => {
    const antipodes: Problem = { X: [[1], [-1]], y: [1, -1], lambda: 0.1 };
    const result = engine.solveGated(antipodes, { patterns: [[1, 1]] });
    expect(result.status).toBe('optimal');
    expect(result.gates).toEqual([new Uint8Array([1, 1])]);
    expect('relu' in result).toBe(false);
    expect(engine.solveGated(antipodes).relu).toBeDefined();
  });

  test('keeps its limits', () => {
    const X = Array.from({ length: 60 }, (_, j) =>
      Array.from({ length: 5 }, (__, i) => Math.sin(1 + 7 * j + 3 * i * j)),
    );
    const large: Problem = { X, y: X.map((_, j) => Math.cos(5 * j)), lambda: 1e-4 };
    const options = { patterns: 'sampled', count: 400 } as const;
    const one = engine.solveGated(large, { ...options, maxIterations: 1 });
    expect(one.status).toBe('iteration-limit');
    const brief = engine.solveGated(large, { ...options, maxSeconds: 0.01 });
    expect(brief.status).toBe('time-limit');
    expect(brief.seconds).toBeLessThan(1);
    expect(brief.lowerBound).toBeLessThanOrEqual(engine.solveGated(large, options).objective);
  });
});
