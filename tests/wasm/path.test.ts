import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type Problem } from '../../web/engine/index.ts';
import { good, refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);

function article(name: 'notebook' | 'teaser'): Problem {
  const { X, y, bias } = engine.dataset(name);
  return { X, y, lambda: 0, bias };
}

describe('regularizationPath', () => {
  test('traces the certified optimum from the zero network to a small lambda', () => {
    const problem = article('notebook');
    const path = engine.regularizationPath(problem);
    expect(path.status).toBe('optimal');
    expect(path.lambdaMax).toBe(engine.largestLambda(problem));
    expect(path.points).toHaveLength(60);
    expect(path.points[0]).toMatchObject({ lambda: path.lambdaMax, width: 0, dimension: 2 });
    expect(path.points.at(-1)!.lambda).toBe(1e-4 * path.lambdaMax);
    for (const point of path.points) {
      const here = { ...problem, lambda: point.lambda };
      const { objective, dataLoss, penalty } = engine.evaluate(here, point);
      expect(point).toMatchObject({ objective, dataLoss, penalty, status: 'optimal' });
      expect(point.gap).toBeLessThanOrEqual(1e-9 * objective);
      const proof = engine.certify(here, engine.solve(here));
      expect(point.lowerBound).toBeLessThanOrEqual(proof.objective);
      expect(point.ids).toHaveLength(point.width);
      expect(point.ids).toBeInstanceOf(Int32Array);
    }
  });

  test('tells the life of every neuron', () => {
    const { points } = engine.regularizationPath(article('teaser'));
    const alive = new Set<number>();
    for (const { events, ids, atPoint, W } of points) {
      for (const { kind, id } of events) {
        if (kind === 'born') alive.add(id);
        if (kind === 'died') alive.delete(id);
        if (kind === 'pinned') expect(atPoint[ids.indexOf(id)]).toBeGreaterThanOrEqual(0);
        if (kind === 'released') expect(atPoint[ids.indexOf(id)]).toBe(-1);
      }
      expect([...ids]).toEqual([...alive].sort((a, b) => a - b));
      const { X } = engine.dataset('teaser');
      atPoint.forEach((j, i) => {
        if (j >= 0) expect(W[2 * i]! * X.data[j]! + W[2 * i + 1]!).toBeCloseTo(0, 9);
      });
    }
  });

  test('solves for the lambdas that it is given, largest first', () => {
    const { points } = engine.regularizationPath(article('teaser'), { lambdas: [1e-3, 100, 1e-2] });
    expect(points.map((point) => point.lambda)).toEqual([100, 1e-2, 1e-3]);
    expect(points[0]!.width).toBe(0);
    expect(points[2]!.objective / 2).toBeCloseTo(0.0410536413424, 11);
  });

  test('goes on slice by slice, and is over when it is disposed of', () => {
    const tracer = engine.createRegularizationPath(article('notebook'), { count: 20 });
    let path = tracer.advance(1e-6);
    expect(path.status).toBe('time-limit');
    while (!tracer.finished) path = tracer.advance(1e-4);
    expect(path.points).toHaveLength(20);
    tracer.dispose();
    expect(refusal(() => tracer.advance(1))).toBe('this regularization path was disposed of');
  });

  test.each<[Record<string, unknown>, string]>([
    [{ lambdas: [1, -1] }, 'lambdas[1] is -1, expected a finite number >= 0'],
    [{ lambdas: [] }, 'length of lambdas is 0, expected a whole number from 1 to 1000'],
    [{ lambdas: 3 }, 'lambdas is 3, expected an array of numbers'],
    [{ lambdas: [1], to: 0.1 }, 'lambdas is given with from, to or count, expected one or the other'],
    [{ from: 0 }, 'from is 0, expected a finite number > 0'],
    [{ to: Number.NaN }, 'to is nan, expected a finite number > 0'],
    [{ count: 1001 }, 'count is 1001, expected a whole number from 1 to 1000'],
    [{ count: 2.5 }, 'count is 2.5, expected a whole number'],
    [{ tolerance: 1 }, 'tolerance is 1, expected a number between 0 and 1'],
    [{ maxSeconds: 0 }, 'maxSeconds is 0, expected a number > 0'],
    [{ steps: 1 }, 'unknown key "steps" in options, expected lambdas, from, to, count, tolerance, maxSeconds'],
  ])('refuses the options %j', (options, message) => {
    expect(refusal(() => engine.regularizationPath(good, options))).toBe(message);
    expect(refusal(() => engine.createRegularizationPath(good, options))).toBe(message);
  });

  test('refuses a bad problem and bad seconds', () => {
    const message = 'y has 2 values, expected 3 (rows of X)';
    expect(refusal(() => engine.regularizationPath({ ...good, y: [1, 2] }))).toBe(message);
    expect(refusal(() => engine.largestLambda({ ...good, y: [1, 2] }))).toBe(message);
    const tracer = engine.createRegularizationPath(good);
    expect(refusal(() => tracer.advance(0))).toBe('seconds is 0, expected a number > 0');
    tracer.dispose();
  });
});

test('largestLambda is the least at which training has nothing to gain', () => {
  const largest = engine.largestLambda(good);
  expect(engine.solve({ ...good, lambda: largest * (1 + 1e-9) }).width).toBe(0);
  expect(engine.solve({ ...good, lambda: largest * 0.999 }).width).toBeGreaterThan(0);
  expect(engine.largestLambda({ ...good, loss: 'mean' })).toBeCloseTo(largest / 3, 12);
});
