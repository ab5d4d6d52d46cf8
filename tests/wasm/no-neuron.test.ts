import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';

const engine = await createEngine();
const { X, y, bias } = engine.dataset('teaser');
const problem = { X, y, bias, lambda: 10, loss: 'mean' } as const;
const range = { from: -1, to: 1, low: -1, high: 1 };

test('the optimum for a large weight decay has no neuron, and goes wherever a network goes', () => {
  const { W, alpha, width, objective } = engine.solve(problem);
  expect(width).toBe(0);
  const none = { W, alpha };
  expect(engine.evaluate(problem, none).objective).toBe(objective);
  expect(engine.certify(problem, none).gap).toBeLessThan(1e-12);
  expect([...engine.predict(none, X, { bias })]).toEqual(Array(y.length).fill(0));
  expect([...engine.outputCurve(none, range).y].every((value) => value === 0)).toBe(true);
  expect(engine.activationPoints(none).position).toHaveLength(0);
  expect(engine.certificateCurve(problem, none).neuronResponse).toHaveLength(0);
  expect(engine.directions(none).weight).toHaveLength(0);
  expect(engine.merge(problem, none).width).toBe(0);
  expect(engine.reduce(problem, none).width).toBe(0);
  expect(engine.networkOfAngles([], [])).toMatchObject({ width: 0, dimension: 2 });
});
