import { afterEach, describe, expect, test, vi } from 'vitest';
import { createWorkerEngine, type WorkerLike } from '../../web/engine/client.ts';
import { createCoreEngine } from '../../web/engine/core-engine.ts';
import {
  type BasinBand,
  type CallOptions,
  createEngine,
  EngineError,
  type LandscapeBand,
  type Problem,
  type SolveProgress,
} from '../../web/engine/index.ts';
import type { Request } from '../../web/engine/protocol.ts';
import { EngineService } from '../../web/engine/service.ts';

/** A worker in this thread: the real service and engine, messages copied as a real one would copy them. */
class LocalWorker implements WorkerLike {
  static started: LocalWorker[] = [];
  received: Request[] = [];
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  #service = new EngineService({ core: createCoreEngine(), loadFull: createEngine }, (reply) => this.#deliver(reply));
  #alive = true;

  constructor() {
    LocalWorker.started.push(this);
  }
  postMessage(message: unknown): void {
    const copy = structuredClone(message) as Request;
    this.received.push(copy);
    setTimeout(() => this.#alive && this.#service.receive(copy));
  }
  terminate(): void {
    this.#alive = false;
  }
  crash(message: string): void {
    this.#alive = false;
    this.onerror?.({ message } as ErrorEvent);
  }
  #deliver(reply: unknown): void {
    if (this.#alive) this.onmessage?.({ data: structuredClone(reply) } as MessageEvent);
  }
}

const start = () => createWorkerEngine(() => new LocalWorker());
const problem = (label: number): Problem => ({ X: [[-1], [0.2], [1]], y: [1, label, 2], lambda: 0.01, bias: true });
const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: EngineError) => error.kind,
  );

afterEach(() => {
  LocalWorker.started = [];
});

describe('the engine in a worker', () => {
  test('answers as the engine in this thread does', async () => {
    const [remote, local] = [start(), await createEngine()];
    const { seconds: _, ...there } = await remote.solve(problem(0));
    const { seconds: __, ...here } = local.solve(problem(0));
    expect(there).toEqual(here);
    expect(await remote.countPatterns(100, 10)).toBe(3836629637040n);
    expect((await remote.dataset('teaser')).y).toHaveLength(10);
  });

  test('answers with whole paths and lists of sets', async () => {
    const [remote, local] = [start(), await createEngine()];
    const network = {
      W: [
        [1, 0],
        [-1, 1],
        [2, 1],
        [1, -1],
      ],
      alpha: [1, -1, 0.5, 1],
    };
    const path = await remote.descentPath(problem(0), network, { samples: 10 });
    expect(path).toEqual(local.descentPath(problem(0), network, { samples: 10 }));
    expect(await remote.networkOnPath(path, 0.5)).toEqual(local.networkOnPath(path, 0.5));
    expect(await remote.reduce(problem(0), network)).toEqual(local.reduce(problem(0), network));
    const line = { X: [[-1], [1]], y: [1, 2], lambda: 0 };
    expect(await remote.criticalPoints(line, { width: 2 })).toHaveLength(9);
  });

  test('a regularisation path is sliced and can be cancelled, and so is the solve that a descending path needs', async () => {
    const [remote, local] = [start(), await createEngine()];
    expect(await remote.regularizationPath(problem(0), { count: 9 })).toEqual(
      local.regularizationPath(problem(0), { count: 9 }),
    );
    expect(await remote.largestLambda(problem(0))).toBe(local.largestLambda(problem(0)));

    const n = 300;
    const x = Array.from({ length: n }, (_, i) => [(2 * i) / n - 1]);
    const y = x.map(([v]) => Math.sin(8 * v!) + 0.3 * Math.sin(997 * v!));
    const large: Problem = { X: x, y, lambda: 1e-4, bias: true };
    const width = n + 1;
    const network = { W: new Float64Array(2 * width).fill(1), alpha: new Float64Array(width).fill(1) };
    const long = [
      (call: CallOptions) => remote.regularizationPath(large, { count: 1000 }, call),
      (call: CallOptions) => remote.descentPath(large, network, undefined, call),
    ];
    for (const ask of long) {
      const controller = new AbortController();
      const answer = kindOf(ask({ signal: controller.signal }));
      await remote.countPatterns(10, 2); // gets its turn
      controller.abort();
      expect(await answer).toBe('cancelled');
    }
    const limited = await remote.regularizationPath(large, { count: 1000, maxSeconds: 0.1 });
    expect(limited.status).toBe('time-limit');
    expect(limited.points.length).toBeLessThan(1000);
  });

  test('a descending path to nothing, and bad options of one, are answered as by the engine in this thread', async () => {
    const [remote, local] = [start(), await createEngine()];
    const wide = { W: new Float64Array(8).fill(1), alpha: [1, 1, 1, 1] };
    const decayed = { ...problem(0), lambda: 100 };
    expect(await remote.descentPath(decayed, wide)).toEqual(local.descentPath(decayed, wide));
    for (const options of [3, null, [], { goal: 1 }] as never[]) {
      const messages = [
        remote.descentPath(problem(0), wide, options),
        (async () => local.descentPath(problem(0), wide, options))(),
      ];
      const [there, here] = await Promise.all(messages.map((answer) => answer.catch((error: Error) => error.message)));
      expect(there).toEqual(here);
      expect(typeof there).toBe('string');
    }
  });

  test('refuses bad input with the same error', async () => {
    const error = await start()
      .solve({ ...problem(0), y: [1] })
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).message).toBe('y has 1 value, expected 3 (rows of X)');
  });

  test('of several requests with one key only the one under way and the newest are answered', async () => {
    const engine = start();
    const kinds = await Promise.all(
      [0, 1, 2, 3].map((label) => kindOf(engine.solve(problem(label), {}, { key: 'drag' }))),
    );
    expect(kinds).toEqual(['done', 'superseded', 'superseded', 'done']);
    expect(await kindOf(engine.solve(problem(4), {}, { key: 'drag' }))).toBe('done');
  });

  test('requests under different keys do not disturb each other', async () => {
    const engine = start();
    const kinds = await Promise.all(['a', 'b', 'c'].map((key) => kindOf(engine.solve(problem(1), {}, { key }))));
    expect(kinds).toEqual(['done', 'done', 'done']);
  });

  test('a request is cancelled before, while and after it is worked on', async () => {
    const engine = start();
    expect(await kindOf(engine.solve(problem(0), {}, { signal: AbortSignal.abort() }))).toBe('cancelled');
    const { trainer } = await engine.createTrainer(problem(0), { width: 200 });
    const controller = new AbortController();
    const long = kindOf(trainer.step(1e9, undefined, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 30);
    expect(await long).toBe('cancelled');
    const after = await trainer.step(1);
    expect(after.steps).toBeLessThan(1e9);
    controller.abort();
    engine.dispose();
  });

  test('a long run lets other requests through', async () => {
    const engine = start();
    const { trainer } = await engine.createTrainer(problem(0), { width: 500 });
    const controller = new AbortController();
    const long = kindOf(trainer.step(1e9, undefined, { signal: controller.signal }));
    expect((await engine.solve(problem(1))).status).toBe('optimal');
    controller.abort();
    expect(await long).toBe('cancelled');
  });

  test('calls to one trainer are answered in order', async () => {
    const engine = start();
    const { trainer } = await engine.createTrainer(problem(0), { width: 10 });
    const views = await Promise.all([trainer.step(500), trainer.step(1), trainer.step(300)]);
    expect(views.map((view) => view.steps)).toEqual([500, 501, 801]);
  });

  test('a training run can be watched, changed, taken back and ended', async () => {
    const engine = start();
    const { trainer, view } = await engine.createTrainer(problem(0), { width: 8, stepSize: 0.01 }, { snapshot: true });
    const range = { from: -2, to: 2 };
    const later = await trainer.step(50, { curve: range, activationPoints: true });
    expect(later.curve?.x[0]).toBe(-2);
    expect(later.activationPoints?.position).toHaveLength(8);
    expect((await trainer.restore(view.snapshot!)).loss).toBe(view.loss);
    expect((await trainer.step(50)).loss).toBe(later.loss);
    expect((await trainer.setProblem(problem(5))).loss).not.toBe(later.loss);
    await trainer.setStepSize(0.001);
    const timed = await trainer.stepFor(5, 100);
    expect(timed.steps).toBeGreaterThan(50);
    expect(timed.steps).toBeLessThanOrEqual(150);
    trainer.dispose();
    expect(await kindOf(trainer.step(1))).toBe('invalid-argument');
  });

  test('a solve of many rounds is sliced, and adds up what its slices did', async () => {
    const n = 400;
    const x = Array.from({ length: n }, (_, i) => [(2 * i) / n - 1]);
    const y = x.map(([v]) => Math.sin(8 * v!) + 0.3 * Math.sin(997 * v!));
    const large: Problem = { X: x, y, lambda: 1e-3, bias: true };
    const [there, here] = [await start().solve(large), (await createEngine()).solve(large)];
    expect(there.status).toBe('optimal');
    expect(Math.abs(there.objective - here.objective)).toBeLessThanOrEqual(2e-9 * here.objective);
    const limited = await start().solve(large, { maxSeconds: 0.005 });
    expect(limited.status).toBe('time-limit');
    expect(limited.lowerBound).toBeLessThanOrEqual(here.objective);
  });
});

describe('progress', () => {
  const n = 300;
  const x = Array.from({ length: n }, (_, i) => [(2 * i) / n - 1]);
  const y = x.map(([v]) => Math.sin(8 * v!) + 0.3 * Math.sin(997 * v!));
  const line: Problem = { X: x, y, lambda: 1e-5, bias: true };
  const space: Problem = {
    X: Array.from({ length: 60 }, (_, j) => [Math.sin(j + 1), Math.cos(3 * j), Math.sin(7 * j + 2), 1]),
    y: Array.from({ length: 60 }, (_, j) => Math.cos(5 * j)),
    lambda: 1e-4,
  };

  test('of a solve is told while it goes on, and leads to the result', async () => {
    const seen: { progress: SolveProgress; time: number }[] = [];
    const onProgress = (progress: SolveProgress) => seen.push({ progress, time: performance.now() });
    const engine = start();
    const result = await engine.solve(space, { maxSeconds: 0.6 }, { onProgress });
    const told = seen.length;
    expect(told).toBeGreaterThan(1);
    expect(told).toBeLessThanOrEqual(8);
    for (const { progress } of seen) {
      expect(Object.keys(progress)).toEqual(['objective', 'lowerBound', 'gap', 'iterations', 'seconds']);
      expect(progress.gap).toBe(progress.objective - progress.lowerBound);
      expect(progress.objective).toBeGreaterThanOrEqual(result.lowerBound);
      expect(progress.lowerBound).toBeLessThanOrEqual(result.objective);
      expect(progress.iterations).toBeLessThanOrEqual(result.iterations);
    }
    const seconds = seen.map(({ progress }) => progress.seconds);
    for (let k = 1; k < told; k++) expect(seconds[k]! - seconds[k - 1]!).toBeGreaterThanOrEqual(0.09);
    await engine.countPatterns(10, 2);
    expect(seen).toHaveLength(told);
  });

  test('of a regularisation path is that of the points it has', async () => {
    const seen: SolveProgress[] = [];
    const path = await start().regularizationPath(
      line,
      { count: 1000, maxSeconds: 0.5 },
      {
        onProgress: (progress) => seen.push(progress),
      },
    );
    expect(seen.length).toBeGreaterThan(1);
    for (const { iterations, objective, lowerBound } of seen.slice(0, -1)) {
      const point = path.points[iterations - 1]!;
      expect(lowerBound).toBeLessThanOrEqual(objective);
      expect(Math.abs(objective - point.objective)).toBeLessThanOrEqual(1e-6 * point.objective + 1e-12);
    }
  });

  test('ends when the request is cancelled, and is not worked out for who does not ask', async () => {
    const engine = start();
    const controller = new AbortController();
    let told = 0;
    const onProgress = () => {
      told++;
      controller.abort();
    };
    expect(await kindOf(engine.solve(space, {}, { onProgress, signal: controller.signal }))).toBe('cancelled');
    await engine.countPatterns(10, 2);
    expect(told).toBe(1);
    await engine.solve(problem(0));
    const [asked, cancel, , plain] = LocalWorker.started[0]!.received;
    expect(asked).toMatchObject({ method: 'solve', progress: true });
    expect(cancel).toEqual({ cancel: 1 });
    expect(plain).not.toHaveProperty('progress');
  });

  test('of calls that are not sliced is none', async () => {
    const onProgress = vi.fn();
    const there = await start().solveGated(problem(0), {}, { onProgress });
    const here = (await createEngine()).solveGated(problem(0));
    expect({ ...there, seconds: 0 }).toEqual({ ...here, seconds: 0 });
    expect(onProgress).not.toHaveBeenCalled();
  });
});

describe('grids over a plane', () => {
  const n = 400;
  const wide: Problem = {
    X: Array.from({ length: n }, (_, j) => [Math.sin(j), Math.cos(3 * j)]),
    y: Array.from({ length: n }, (_, j) => Math.cos(5 * j)),
    lambda: 0.01,
  };
  const network = { W: Array.from({ length: 40 }, (_, i) => [Math.sin(i), Math.cos(7 * i)]), alpha: Array(40).fill(1) };

  test('come in bands of rows, and then as the engine in this thread has them', async () => {
    const [remote, local] = [start(), await createEngine()];
    const plane = await remote.lossPlane({ kind: 'random', network });
    expect(plane).toEqual(local.lossPlane({ kind: 'random', network }));
    const options = { plane, rows: 200, cols: 512 };
    const bands: LandscapeBand[] = [];
    const landscape = await remote.landscape(wide, options, { onProgress: (band) => bands.push(band) });
    expect(landscape).toEqual(local.landscape(wide, options));
    expect(bands.length).toBeGreaterThan(1);
    let next = 0;
    for (const { firstRow, rows, cols, z } of bands) {
      expect(firstRow).toBe(next);
      expect(z).toEqual(landscape.z.slice(firstRow * cols, (firstRow + rows) * cols));
      next += rows;
    }
    expect(next).toBeLessThanOrEqual(200);

    const starts = { plane, rows: 30, cols: 20, maxSteps: 30, stepSize: 1e-6 };
    const told: BasinBand[] = [];
    const map = await remote.basins(wide, starts, { onProgress: (band) => told.push(band) });
    expect(map).toEqual(local.basins(wide, starts));
    expect(told.flatMap((band) => [...band.loss])).toEqual([
      ...map.loss.slice(0, told.flatMap((b) => [...b.loss]).length),
    ]);
  });

  test('can be cancelled, and let others through', async () => {
    const engine = start();
    const plane = await engine.lossPlane({ kind: 'random', network });
    const controller = new AbortController();
    const { signal } = controller;
    const long = [
      kindOf(engine.landscape(wide, { plane, rows: 2400, cols: 4096 }, { signal })),
      kindOf(engine.basins(wide, { plane, rows: 100, cols: 100, maxSteps: 1e7, stepSize: 1e-7 }, { signal })),
    ];
    expect((await engine.solve(problem(1))).status).toBe('optimal');
    controller.abort();
    expect(await Promise.all(long)).toEqual(['cancelled', 'cancelled']);
  });

  test('are refused by the same words, and the rest is answered as in this thread', async () => {
    const [remote, local] = [start(), await createEngine()];
    const plane = local.lossPlane({ kind: 'random', network });
    await expect(remote.landscape(wide, { plane, rows: 1 })).rejects.toThrow(
      'rows is 1, expected a whole number from 2',
    );
    await expect(remote.basins(wide, {} as never)).rejects.toThrow('plane is missing, expected an object');
    expect(await remote.networkOnPlane(plane, 0.5, 2)).toEqual(local.networkOnPlane(plane, 0.5, 2));
    expect(await remote.coordinatesOf(plane, [network])).toEqual(local.coordinatesOf(plane, [network]));
    expect(await remote.sharpness(wide, network)).toEqual(local.sharpness(wide, network));
    const way = { from: network, to: plane.u };
    expect(await remote.lossAlong(wide, way, 7)).toEqual(local.lossAlong(wide, way, 7));
  });
});

describe('a worker that fails', () => {
  test('is replaced: what it was doing is rejected, what comes next is answered', async () => {
    const engine = start();
    await engine.solve(problem(0));
    const lost = kindOf(engine.solve(problem(1), {}, { key: 'drag' }));
    const waiting = kindOf(engine.solve(problem(2), {}, { key: 'drag' }));
    LocalWorker.started[0]!.crash('out of memory');
    expect(await lost).toBe('internal');
    expect(await waiting).toBe('done');
    expect(LocalWorker.started).toHaveLength(2);
  });

  test('does not end a training run: it goes on from the same weights, bit for bit', async () => {
    const engine = start();
    const settings = { width: 9, seed: 4 };
    const [{ trainer }, { trainer: undisturbed }] = [
      await engine.createTrainer(problem(0), settings),
      await createWorkerEngine(() => new LocalWorker()).createTrainer(problem(0), settings),
    ];
    for (const run of [trainer, undisturbed]) {
      await run.step(100);
      await run.setProblem(problem(1));
      await run.setStepSize(0.002);
      await run.step(70);
    }
    LocalWorker.started[0]!.crash('gone');
    expect(await trainer.step(30, { snapshot: true })).toEqual(await undisturbed.step(30, { snapshot: true }));
  });

  test('that never starts rejects what it is asked instead of waiting for ever', async () => {
    const spawn = vi.fn(() => {
      const worker: WorkerLike = {
        postMessage: () => setTimeout(() => worker.onerror?.({ message: 'blocked' } as ErrorEvent)),
        terminate: () => {},
        onmessage: null,
        onerror: null,
      };
      return worker;
    });
    const engine = createWorkerEngine(spawn);
    await expect(engine.solve(problem(0))).rejects.toThrow('blocked');
    await expect(engine.solve(problem(0))).rejects.toThrow('blocked');
    expect(spawn).toHaveBeenCalledTimes(2);
  });

  test('whose script does not come says that the engine could not be loaded', async () => {
    const engine = createWorkerEngine(() => {
      const worker: WorkerLike = {
        postMessage: () => setTimeout(() => worker.onerror?.({} as ErrorEvent)),
        terminate: () => {},
        onmessage: null,
        onerror: null,
      };
      return worker;
    });
    expect(await kindOf(engine.solve(problem(0)))).toBe('unavailable');
  });

  test('is not one whose full module does not come: that is asked for again, a training run goes on', async () => {
    let comes = false;
    const loadFull = () => (comes ? createEngine() : Promise.reject(new EngineError('unavailable', 'not there')));
    const spawn = vi.fn((): WorkerLike => {
      const worker: WorkerLike = { postMessage: () => {}, terminate: () => {}, onmessage: null, onerror: null };
      const service = new EngineService({ core: createCoreEngine(), loadFull }, (reply) =>
        worker.onmessage?.({ data: structuredClone(reply) } as MessageEvent),
      );
      worker.postMessage = (message) => service.receive(structuredClone(message) as Request);
      return worker;
    });
    const engine = createWorkerEngine(spawn);
    const { trainer } = await engine.createTrainer(problem(0), { width: 3, seed: 1 });
    const [step, count] = [trainer.step(5), engine.countPatterns(100, 10)];
    expect(await kindOf(count)).toBe('unavailable');
    expect((await step).steps).toBe(5);
    comes = true;
    expect(await engine.countPatterns(100, 10)).toBe(3836629637040n);
    expect(spawn).toHaveBeenCalledTimes(1);
  });

  test('an engine that was disposed of says so', async () => {
    const engine = start();
    const pending = kindOf(engine.solve(problem(0)));
    engine.dispose();
    expect(await pending).toBe('cancelled');
    expect(await kindOf(engine.solve(problem(0)))).toBe('cancelled');
  });
});
