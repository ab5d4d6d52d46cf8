import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type WorkerEngine } from '../../web/engine/index.ts';
import * as activation from '../../web/figures/activation/model.ts';
import * as oneNeuron from '../../web/figures/one-neuron/model.ts';
import * as patterns from '../../web/figures/patterns/model.ts';
import { eyeOf, facing, placeAt, STEEPEST, seen, turned, type Vector } from '../../web/figures/patterns/orbit.ts';
import * as plane from '../../web/figures/patterns/plane-model.ts';
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

describe('the sphere of directions of points in the plane', () => {
  const { start } = plane;
  const at = (points: plane.PlaneState['points']) => plane.compute(engine, { ...start, points });
  const dot = (a: Vector, b: Vector) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  const five = [...start.points, [0.75, 0.5]] as const;
  const onOneLine = [...start.points.slice(0, 3), [-0.025, 0.1], [0.75, 0.5]] as const;
  const twice = [...start.points, start.points[1]!] as const;

  test.each([
    ['in general position', five, 22],
    ['three on a line', onOneLine, 20],
    ['two in one place', twice, 14],
    [
      'all on a line',
      [
        [-1, -1],
        [0, 0],
        [0.5, 0.5],
        [1, 1],
      ],
      8,
    ],
    [
      'all in one place',
      [
        [0.1, 0.2],
        [0.1, 0.2],
      ],
      2,
    ],
    ['one', [[0.1, 0.2]], 2],
  ] as const)('every cell has a boundary around it: points %s', async (_, points, count) => {
    const { set, outlines, directions } = await at(points);
    expect(set.count).toBe(count);
    for (const [k, outline] of outlines.entries()) {
      expect(outline.length).toBeGreaterThan(2);
      // Closed, of small steps, and nowhere on the wrong side of a point's circle.
      for (const [i, v] of outline.entries()) {
        const next = outline[(i + 1) % outline.length]!;
        expect(Math.hypot(...v.map((x, c) => x - next[c]!))).toBeLessThan(0.12);
        for (const [j, [a, b]] of points.entries())
          expect(dot(v, [a, b, 1]) * (set.patterns[k]![j] ? 1 : -1)).toBeGreaterThan(-1e-9);
      }
      for (const [j, [a, b]] of points.entries())
        expect(dot(directions[k]!, [a, b, 1]) > 0).toBe(set.patterns[k]![j] === 1);
    }
  });

  test('what is degenerate is named', async () => {
    expect(await at(five)).toMatchObject({ lines: [], together: [] });
    expect((await at(onOneLine)).lines.map(({ points }) => points)).toEqual([[0, 2, 3]]);
    expect((await at(twice)).together).toEqual([[1, 4]]);
    const { lines, together } = await at([
      [-1, -1],
      [0, 0],
      [0, 0],
      [0.5, 0.5],
    ]);
    expect(lines.map(({ points }) => points)).toEqual([[0, 1, 2, 3]]);
    expect(together).toEqual([[1, 2]]);
  });

  test('a point near a line of others, or near another, is put there', async () => {
    const near = plane.movePoint(start, 3, [-0.02, 0.11], 0.03).points!;
    expect((await at(near)).set.count).toBe(12);
    expect(plane.movePoint(start, 3, [0.19, 0.71], 0.03).points![3]).toEqual([0.2, 0.7]);
    expect(plane.movePoint(start, 3, [-0.4, 0.93], 0.03).points![3]).toEqual([-0.4, 0.93]);
    expect(plane.stepPoint(start, 3, [-0.21, 2]).points![3]).toEqual([-0.2, 1]);
  });

  test('what a place on the sphere looks like, and back; the turn has its limits', () => {
    const eye = eyeOf({ yaw: 0.7, tilt: -0.4 });
    for (const [x, y, side] of [
      [0.3, -0.5, 1],
      [0.1, 0.9, -1],
    ] as const) {
      const [right, up, depth] = seen(eye, placeAt(eye, x, y, side));
      expect([right, up]).toEqual([expect.closeTo(x), expect.closeTo(y)]);
      expect(Math.sign(depth)).toBe(side);
    }
    expect(turned({ yaw: 3, tilt: 1 }, -1, 1)).toEqual({ yaw: expect.closeTo(4 - 2 * Math.PI, 3), tilt: STEEPEST });
    for (const v of [
      [0, 0, -1],
      [0, 0, 1],
      [0, 1, 0],
      [0.6, 0.64, 0.48],
      [-0.6, 0, -0.8],
    ] as const)
      expect(seen(eyeOf(facing(start.turn, v)), v)[2]).toBeGreaterThan(0.25);
  });

  test('what is remembered is read back, and nothing else', () => {
    const { parse } = patterns;
    expect(parse(JSON.parse(JSON.stringify(patterns.start)))).toEqual(patterns.start);
    expect(parse({ points: [0.1], angle: 0 })).toBeNull();
    expect(parse({ ...patterns.start, plane: { ...start, points: [[0, 3]] } })).toEqual(patterns.start);
  });
});
