import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type LossPlane } from '../../web/engine/index.ts';

let engine: Engine;
let axes: LossPlane;
const problem = { X: [[-1], [1]], y: [1, 2], lambda: 0 };
const ones = { W: [[0], [0]], alpha: [1, 1] };
const range = { u: [-4, 4], v: [-4, 4] };

beforeAll(async () => {
  engine = await createEngine();
  axes = engine.lossPlane({ kind: 'parameters', network: ones, u: { neuron: 0 }, v: { neuron: 1 } });
});

describe('a plane', () => {
  test('of two weights, and its networks', () => {
    expect(engine.networkOnPlane(axes, 2, -1)).toEqual({
      W: Float64Array.of(2, -1),
      alpha: Float64Array.of(1, 1),
      width: 2,
      dimension: 1,
    });
  });

  test('through three networks has them at its corners', () => {
    const networks = [ones, { W: [[1], [2]], alpha: [1, 3] }, { W: [[4], [0]], alpha: [0, 1] }] as const;
    const plane = engine.lossPlane({ kind: 'networks', networks });
    const { u, v, distance } = engine.coordinatesOf(plane, networks);
    [...u, ...v, ...distance].forEach((value, k) => {
      expect(value).toBeCloseTo([0, 1, 0, 0, 0, 1, 0, 0, 0][k]!, 14);
    });
  });

  test('of random directions repeats with its seed', () => {
    const network = { W: [[3], [-4]], alpha: [1, 2] };
    const plane = engine.lossPlane({ kind: 'random', network, seed: 5 });
    expect(engine.lossPlane({ kind: 'random', network, seed: 5 })).toEqual(plane);
    expect([...(plane.u.W as Float64Array)].map(Math.abs)).toEqual([3, 4]);
    const plain = engine.lossPlane({ kind: 'random', network, seed: 5, normalization: 'none' });
    expect(plain.u.W).not.toEqual(plane.u.W);
  });
});

describe('a landscape', () => {
  test('has the losses of its networks, and their patterns', () => {
    const { z, u, v, rows, cols, rowsDone, cells, patterns } = engine.landscape(problem, {
      plane: axes,
      ...range,
      rows: 6,
      cols: 8,
      cells: true,
    });
    expect([rows, cols, rowsDone, u.length, v.length, z.length, cells!.length]).toEqual([6, 8, 6, 8, 6, 48, 48]);
    expect(patterns).toHaveLength(4); // the quadrants
    z.forEach((loss, k) => {
      const network = engine.networkOnPlane(axes, u[k % cols]!, v[Math.floor(k / cols)]!);
      expect(engine.evaluate(problem, network).objective).toBeCloseTo(loss, 12);
      const bits = [...network.W].flatMap((w) => [w < 0 ? 1 : 0, w > 0 ? 1 : 0]);
      expect([...patterns![cells![k]!]!]).toEqual(bits);
    });
  });

  test('comes in bands, whose rows are the result', () => {
    const { X, y } = engine.dataset('teaser');
    const teaser = { X, y, lambda: 1e-3, bias: true };
    const plane = engine.lossPlane({ kind: 'random', network: engine.createTrainer(teaser, { width: 50 }).weights });
    const work = engine.createLandscape(teaser, { plane, rows: 50, cols: 700 });
    const bands = [];
    for (let row = 0; !work.finished; row += bands.at(-1)!.rows) {
      work.work(1e-9);
      bands.push(work.band(row));
    }
    expect(bands.length).toBeGreaterThan(5);
    const { z, rowsDone } = work.result();
    expect(rowsDone).toBe(50);
    expect(bands.flatMap((band) => [...band.z])).toEqual([...z]);
    work.dispose();
    expect(() => work.band(0)).toThrow('this landscape was disposed of');
  });
});

describe('a basin map', () => {
  test("of the article's two neurons has three ends", () => {
    const map = engine.basins(problem, {
      plane: axes,
      u: [-3.1, 2.9],
      v: [-2.8, 3.3],
      rows: 16,
      cols: 16,
      layers: 'first',
      stepSize: 0.05,
    });
    expect(map.ends.map(({ loss }) => Math.round(loss * 1e6))).toEqual([0, 1e6, 4e6]);
    expect(map.ends.reduce((sum, { count }) => sum + count, 0)).toBe(256);
    expect(new Set(map.status)).toEqual(new Set([0]));
    map.end.forEach((end, k) => {
      expect(map.loss[k]).toBeCloseTo(map.ends[end]!.loss, 6);
      expect(map.steps[k]).toBeGreaterThan(0);
    });
  });

  test('says which runs diverge or run out of steps', () => {
    const wild = engine.basins(problem, { plane: axes, ...range, rows: 4, cols: 4, stepSize: 3, maxSteps: 5000 });
    expect(wild.status).toContain(2);
    wild.status.forEach((status, k) => {
      expect(wild.loss[k] === Number.POSITIVE_INFINITY).toBe(status === 2);
      expect(wild.end[k]! >= 0).toBe(status === 0);
    });
    const short = engine.basins(problem, { plane: axes, ...range, rows: 4, cols: 4, maxSteps: 1 });
    expect(short.status).toContain(1);
  });
});

test('sharpness gives the step size at which the valley of loss 1 is lost', () => {
  const valley = { W: [[1.5], [0.5]], alpha: [1, 1] };
  expect(engine.sharpness(problem, valley, { layers: 'first' })).toEqual({
    sharpness: 4,
    stableStepSize: 0.5,
    kinks: 0,
    sides: Float64Array.of(4),
    allSides: true,
    gradientNorm: 0,
  });
  expect(engine.sharpness(problem, { W: [[2], [0]], alpha: [1, 1] }, { layers: 'first' }).sides).toHaveLength(2);
});

test('the loss along a line and along a path of falling loss', () => {
  const [from, to] = [
    { W: [[3], [1], [-1]], alpha: [1, 1, 1] },
    { W: [[2], [0], [-1]], alpha: [1, 1, 1] },
  ];
  const line = engine.lossAlong(problem, { from, to });
  expect(line.t).toHaveLength(101);
  expect([line.loss[0], line.loss[100]]).toEqual([4, 0]);
  const decayed = { ...problem, lambda: 0.01 };
  const path = engine.descentPath(decayed, from, { samples: 40 });
  expect(engine.lossAlong(decayed, path, 40)).toEqual(path.samples);
});
