import { expect, test } from 'vitest';
import { createEngine, type Engine, type WorkerEngine } from '../../../web/engine/index.ts';
import { descend } from '../../../web/figures/landscape/descent.ts';
import { Model, movePoint, moveStart, parse, problemOf, start } from '../../../web/figures/landscape/model.ts';
import { networkAt } from '../../../web/figures/landscape/weights.ts';

const engine: Engine = await createEngine();

/** The engine of this thread, called as if it were in a worker. */
const remote = new Proxy(engine, {
  get: (target, name) => {
    if (name === 'createTrainer') return createTrainer;
    return async (...args: unknown[]) => (target[name as 'predict'] as (...all: unknown[]) => unknown)(...args);
  },
}) as unknown as WorkerEngine;

const createTrainer = async (...args: Parameters<Engine['createTrainer']>) => {
  const trainer = engine.createTrainer(...args);
  const view = () => ({
    status: trainer.status,
    steps: trainer.steps,
    loss: trainer.loss,
    snapshot: trainer.snapshot(),
  });
  const step = async (k: number) => {
    trainer.step(k);
    return view();
  };
  return { trainer: { step, dispose: () => trainer.dispose() }, view: view() };
};

const answerOf = (change: Partial<typeof start>) => new Model(remote).compute({ ...start, ...change });

test('the figure starts with the data set of the article', () => {
  const { X, y } = engine.dataset('two-points');
  expect([...X.data]).toEqual(start.x);
  expect([...y]).toEqual(start.y);
});

test('the minima are 0, y1^2 and y2^2, and the valleys are stable below 1/2', async () => {
  const { surface } = await answerOf({});
  expect(surface.minima).toEqual([
    { loss: 0, best: true, stableStepSize: 1 },
    { loss: 1, best: false, stableStepSize: 0.5 },
    { loss: 4, best: false, stableStepSize: 0.5 },
  ]);
  expect(surface.reach).toBe(3);
});

test('the end points of the valleys are saddles', async () => {
  const { critical } = (await answerOf({})).surface;
  const ends = critical.filter(({ kind }) => kind === 'saddle').map(({ vertices, loss }) => [...vertices[0]!, loss]);
  expect(ends.sort()).toEqual(
    [
      [2, 0, 1],
      [0, 2, 1],
      [0, -1, 4],
      [-1, 0, 4],
    ].sort(),
  );
});

test.each([
  [{ w: [2.5, 1.2], stepSize: 0.1 }, 'converged', 1],
  [{ w: [-2, -1.8], stepSize: 0.1 }, 'converged', 4],
  [{ w: [1, -1], stepSize: 0.1 }, 'converged', 0],
  [{ w: [2.5, 1.2], stepSize: 0.55 }, 'converged', 0],
  [{ w: [1, -1], stepSize: 1 }, 'swinging', 1],
] as const)('a descent from %j is %s at loss %d', async ({ w, stepSize }, end, loss) => {
  const descent = await descend(remote, problemOf(start), w, stepSize);
  expect(descent.end).toBe(end);
  expect(descent.loss.at(-1)).toBeCloseTo(loss, 9);
  expect(engine.evaluate(problemOf(start), networkAt(descent.last)).objective).toBeCloseTo(loss, 9);
  expect(descent.steps).toBe(descent.loss.length - 1);
});

test('a loss that goes up and down is not called falling, however much lower its last peaks are', async () => {
  const descent = await descend(remote, problemOf(start), [2.9, 2.9], 0.52);
  const recent = descent.loss.slice(-24);
  expect(Math.max(...recent.slice(12))).toBeLessThan(Math.max(...recent.slice(0, 12)));
  expect(recent.some((loss, k) => k > 0 && loss > recent[k - 1]!)).toBe(true);
  expect(descent.end).toBe('jumping');
});

test('a step above every threshold throws the descent out', async () => {
  expect((await descend(remote, problemOf(start), [1, -1], 1.1)).end).toBe('diverged');
});

test('the basins end at the minima, and above 1/2 hardly anywhere but at the best', async () => {
  const [short, long] = await Promise.all([answerOf({ basins: true }), answerOf({ basins: true, stepSize: 0.55 })]);
  const shares = [0, 1, 2].map((k) => short.basins!.share.get(k)!);
  expect(shares[0]).toBeGreaterThan(0.55);
  expect(shares[1]! + shares[2]!).toBeGreaterThan(1 / 3);
  expect(long.basins!.share.get(0)).toBeGreaterThan(0.95);
});

test('the path from a valley is drawn where the loss is what it says, and never climbs', async () => {
  const { way } = await answerOf({ way: true });
  if (!way?.found) throw new Error('there is a path');
  expect(way.reached).toBe(true);
  expect(way.inPlane).toBe(way.w1.length);
  const drawn = way.w1.map((a, k) => engine.evaluate(problemOf(start), networkAt([a, way.w2[k]!])).objective);
  expect(drawn[0]).toBeCloseTo(1, 9);
  expect(drawn.at(-1)).toBeCloseTo(0, 9);
  for (let k = 1; k < drawn.length; k++) expect(drawn[k]!).toBeLessThanOrEqual(drawn[k - 1]! + 1e-9);
});

test('a path that leaves the plane, and one that is refused', async () => {
  const leaves = (await answerOf({ y: [-1, 2], way: true })).way;
  expect(leaves?.found && leaves.inPlane < leaves.w1.length).toBe(true);
  const refused = (await answerOf({ y: [-1, -2], way: true })).way;
  expect(refused).toEqual({ found: false, why: expect.stringContaining('width is 2') });
});

test('marks stay where they may be, and nothing foreign is taken for a state', () => {
  expect(movePoint(start, 0, { x: 0.01, y: 9 })).toEqual({ x: [0.25, 1], y: [3, 2] });
  expect(moveStart(3, [-7, 1.234])).toEqual({ w: [-3, 1.23] });
  expect(parse({ ...start, extra: 1 })).toEqual(start);
  for (const bad of [null, {}, { ...start, x: [0, 1] }, { ...start, w: [Number.NaN, 0] }, { ...start, stepSize: 9 }])
    expect(parse(bad)).toBeNull();
});
