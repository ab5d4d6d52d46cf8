import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type WorkerEngine } from '../../web/engine/index.ts';
import * as activation from '../../web/figures/activation/model.ts';
import * as oneNeuron from '../../web/figures/one-neuron/model.ts';
import * as product from '../../web/figures/product/model.ts';

/** Models await what they ask for; an engine that answers at once serves as well as one in a worker. */
let engine: WorkerEngine;
beforeAll(async () => {
  engine = (await createEngine()) as unknown as WorkerEngine;
});

describe('one neuron on two points', () => {
  test('each matrix has its side, its minimum and the minimum without the wall', async () => {
    const { cases } = await oneNeuron.compute(engine, oneNeuron.start);
    expect(cases.map(({ allowed }) => allowed)).toEqual(['none', 'right', 'left', 'none']);
    const [none, second, first, both] = cases;
    expect(none!.walled).toEqual({ w: 0, loss: 1.25 });
    expect(second!.walled.w).toBeCloseTo(0.5);
    expect(second!.walled.loss).toBeCloseTo(1);
    // At w = y1 / x1 = -1, not at -y1 / x1.
    expect(first!.walled.w).toBeCloseTo(-1);
    expect(first!.walled.loss).toBeCloseTo(0.25);
    expect(both!.walled).toEqual({ w: 0, loss: 1.25 });
    expect(both!.free.w).toBeCloseTo(-0.25);
    expect(both!.free.loss).toBeCloseTo(1.125);
  });

  test('the piece where the activation holds is the neuron’s own loss', async () => {
    const { loss, cases } = await oneNeuron.compute(engine, oneNeuron.start);
    const middle = (loss.length - 1) / 2;
    for (const [k, value] of loss.entries()) expect(cases[k < middle ? 2 : 1]!.curve[k]).toBeCloseTo(value, 12);
  });

  test('points on one side of 0: both are seen or none; the wall stops the weight', async () => {
    const points = [
      { x: 0.5, y: 1 },
      { x: 1, y: 0.5 },
    ] as const;
    const { cases, w } = await oneNeuron.compute(engine, { points, w: -1, chosen: 3, wall: true });
    expect(cases.map(({ allowed }) => allowed)).toEqual(['left', 'none', 'none', 'right']);
    expect(w).toBe(0);
  });
});

describe('a product of two weights', () => {
  test.each([0, 0.5, 1, 2, 2.5])('at lambda = %f the least losses of both sides are one', async (lambda) => {
    const { best, curve, grid } = await product.compute(engine, { ...product.start, lambda });
    const z = Math.max(0, 1 - lambda / 2);
    expect(best.z).toBeCloseTo(z, 6);
    expect(best.loss).toBeCloseTo((z - 1) ** 2 + lambda * z, 8);
    expect(Math.min(...curve)).toBeGreaterThanOrEqual(best.loss - 1e-9);
    expect(Math.min(...grid.z)).toBeGreaterThanOrEqual(best.loss - 1e-9);
  });

  test('both curves are what the article writes', async () => {
    const { curve, here, convexLoss } = await product.compute(engine, product.start);
    const lambda = product.start.lambda;
    for (const [k, z] of product.PRODUCTS.entries())
      expect(curve[k]).toBeCloseTo((z - 1) ** 2 + lambda * Math.abs(z), 10);
    const { u, v } = product.start.weights;
    expect(here.loss).toBeCloseTo((u * v - 1) ** 2 + (lambda / 2) * (u * u + v * v), 12);
    expect(here.loss - convexLoss).toBeCloseTo((lambda / 2) * (u - v) ** 2, 12);
  });

  test.each([0.8, -1.2])('the product %f has balanced weights on the side where they were', async (z) => {
    const { here } = await product.compute(engine, { ...product.start, weights: { u: -1, v: 0.3 }, z });
    expect(here.u).toBeCloseTo(-Math.sqrt(Math.abs(z)));
    expect(here.z).toBeCloseTo(z);
  });
});

describe('a neuron with a bias', () => {
  test('the article’s neuron, with the sign that its text asks for', async () => {
    const answer = await activation.compute(engine, activation.start);
    expect([...answer.pattern]).toEqual([0, 1]);
    expect(answer.kink).toBeCloseTo(0.5);
    expect(answer.before[0]).toBeCloseTo(-0.21);
    expect([...answer.set.patterns[answer.cell]!]).toEqual([0, 1]);
    const printed = await activation.compute(engine, { ...activation.start, w: [0.3, 0.15] });
    expect(printed.kink).toBeCloseTo(-0.5);
    expect([...printed.pattern]).toEqual([1, 1]);
  });

  test('the slope moves along a ray, the activation point keeps the slope', () => {
    expect(activation.moveKink(0.3, 0.5).w).toEqual([0.3, -0.15]);
    expect(activation.moveKink(0.6, 0.5).w).toEqual([0.6, -0.3]);
    const [w1, w2] = activation.moveKink(3, 0.5).w!;
    expect(Math.hypot(w1, w2)).toBeCloseTo(1);
    expect(-w2 / w1).toBeCloseTo(0.5);
  });
});
