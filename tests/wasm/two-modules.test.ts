import { beforeAll, describe, expect, test } from 'vitest';
import { createCoreEngine } from '../../web/engine/core-engine.ts';
import { Elsewhere } from '../../web/engine/errors.ts';
import { createEngine, type Engine, EngineError, type Network, type Problem } from '../../web/engine/index.ts';
import type { PlainMethod, Reply } from '../../web/engine/protocol.ts';
import { EngineService } from '../../web/engine/service.ts';

const line: Problem = { X: [[-1], [0.2], [1]], y: [1, 0, 2], lambda: 0.01, bias: true };
const plane: Problem = {
  ...line,
  X: { data: new Float64Array([-1, 1, 0.2, 1, 1, -1]), rows: 3, cols: 2 },
  bias: false,
};
const space: Problem = { ...plane, bias: true };
const patterns = [[1, 0, 1]];
let core: Engine;
let full: Engine;
beforeAll(async () => {
  [core, full] = await Promise.all([createCoreEngine(), createEngine()]);
});
const ask = (engine: Engine, method: PlainMethod, args: unknown[]) => {
  try {
    const value = (engine[method as 'solve'] as (...args: unknown[]) => object)(...args);
    return typeof value === 'object' && !ArrayBuffer.isView(value) ? { ...value, seconds: 0 } : value;
  } catch (error) {
    return error;
  }
};
const network: Network = { W: [[1, 0.5], [-1, 0.2]], alpha: [1, -1] }; // biome-ignore format: a matrix
const deep: Network = { W: [[1, 0.5, 0], [-1, 0.2, 1]], alpha: [1, -1] }; // biome-ignore format: a matrix
const wide: Network = { W: new Float64Array([1, 0.5, -1, 0.2, 1, 1, -1, 1]), alpha: [1, -1, 0.5, 2] };

describe('the small module answers', () => {
  test.each<[PlainMethod, unknown[]]>([
    ['dataset', ['teaser']],
    ['evaluate', [space, deep]],
    ['predict', [network, [[1, 2]]]],
    ['outputCurve', [network, { from: 0, to: 1 }]],
    ['activationPoints', [network]],
    ['directions', [network]],
    ['solve', [line]],
    ['solve', [plane, { tolerance: 1e-6, warmStart: network }]],
    ['solve', [plane, { patterns: 'all', signs: 'both', solver: 'exact' }]],
    ['certify', [line, network]],
    ['certify', [line, network, new Float64Array(3)]],
    ['certify', [line, network, { dual: [1, 2, 3] }]],
  ])('%s %j', (method, args) => {
    expect(ask(core, method, args)).not.toBeInstanceOf(Error);
  });
});

describe('the full module answers', () => {
  test.each<[PlainMethod, unknown[]]>([
    ['solve', [space]],
    ['solve', [{ ...line, X: [[1, 2, 3]], y: [1] }]],
    ['solve', [{ ...line, lambda: 0 }]],
    ['certify', [{ ...line, lambda: 0 }, network]],
    ['solve', [line, { patterns }]],
    ['solve', [line, { patterns: 'sampled' }]],
    ['solve', [line, { patterns, signs: [1] }]],
    ['solve', [line, { solver: 'interior-point' }]],
    ['certify', [space, deep]],
    ['certify', [line, network, { patterns }]],
    ['solveGated', [line, {}]],
    ['enumeratePatterns', [line.X]],
    ['descentPath', [line, wide]],
  ])('%s %j', (method, args) => {
    expect(ask(core, method, args)).toBeInstanceOf(Elsewhere);
    expect(ask(full, method, args)).not.toBeInstanceOf(Error);
  });

  test('at once: before anything is computed', () => {
    const n = 400;
    const X = Array.from({ length: n }, (_, j) => Array.from({ length: 40 }, (_, k) => Math.sin(j * (k + 1))));
    const large: Problem = { X, y: X.map(([first]) => first!), lambda: 1e-6 };
    const before = process.cpuUsage();
    expect(ask(core, 'solve', [large])).toBeInstanceOf(Elsewhere);
    expect(() => core.createSolver(large)).toThrow(Elsewhere);
    expect(ask(core, 'certify', [large, { W: X.slice(0, 5), alpha: [1, 1, 1, 1, 1] }])).toBeInstanceOf(Elsewhere);
    expect(process.cpuUsage(before).user).toBeLessThan(500_000); // microseconds
  });
});

describe('both modules', () => {
  test.each<[PlainMethod, unknown[]]>([
    ['solve', [line]],
    ['solve', [plane, { warmStart: network, tolerance: 1e-12 }]],
    ['solve', [{ ...line, lambda: 1e-9 }]],
    ['certify', [line, network, { dual: [0.1, 0.2, 0.3] }]],
    ['evaluate', [line, network]],
    ['outputCurve', [network, { from: -1, to: 1 }]],
    ['activationPoints', [network]],
    ['directions', [network]],
    ['dataset', ['linear-teacher', 7]],
  ])('give %s %j the same answer, bit for bit', (method, args) => {
    const answer = ask(core, method, args);
    expect(answer).not.toBeInstanceOf(Error);
    expect(answer).toStrictEqual(ask(full, method, args));
  });

  test.each<[PlainMethod, unknown[]]>([
    ['solve', []],
    ['solve', [line, { signs: [1] }]],
    ['solve', [null]],
    ['solve', [{ ...line, X: [] }]],
    ['solve', [{ ...line, X: 'X' }]],
    ['solve', [{ ...line, X: [1, 2] }]],
    ['solve', [{ ...line, bias: 1 }]],
    ['solve', [line, 'fast']],
    ['solve', [line, [1]]],
    ['certify', [line, network, null]],
    ['solve', [{ ...line, y: [1] }]],
    ['solve', [{ ...line, lambda: -1 }]],
    ['solve', [line, { tolerance: 2 }]],
    ['solve', [line, { tolerence: 1 }]],
    ['solve', [{ ...line, X: [[1], [2, 3], [4]] }]],
    ['certify', [line, { W: [[1]], alpha: [1] }]],
    ['evaluate', [line, { W: [[1, Number.NaN]], alpha: [1] }]],
    ['dataset', ['nothing']],
    ['outputCurve', [network, { from: 1, to: 0 }]],
  ])('refuse %s %j in the same words', (method, args) => {
    const refused = ask(core, method, args);
    expect(refused).toBeInstanceOf(EngineError);
    expect(refused).toMatchObject({ kind: 'invalid-argument' });
    expect(refused).toStrictEqual(ask(full, method, args));
  });

  test('train alike', () => {
    const [here, there] = [core, full].map((engine) => {
      const trainer = engine.createTrainer(line, { width: 20, seed: 3, stepSize: 0.05, events: true });
      trainer.step(500);
      const { status, loss } = trainer;
      const seen = { status, loss, snapshot: trainer.snapshot(), events: trainer.events() };
      trainer.dispose();
      return seen;
    });
    expect(here).toStrictEqual(there);
  });
});

describe('the service', () => {
  const answers = (asked: { method: PlainMethod; args: unknown[] }[]) => {
    let loads = 0;
    const replies: Reply[] = [];
    const loadFull = () => {
      loads++;
      return createEngine();
    };
    const service = new EngineService({ core: createCoreEngine(), loadFull }, (reply) => replies.push(reply));
    for (const [id, call] of asked.entries()) service.receive({ ...call, id });
    return { loads: () => loads, replies };
  };

  test('leaves the full module alone as long as the small one answers', async () => {
    const { loads, replies } = answers([
      { method: 'dataset', args: ['teaser'] },
      { method: 'solve', args: [line] },
    ]);
    await expect.poll(() => replies.length).toBe(2);
    expect(loads()).toBe(0);
  });

  test('loads the full module once', async () => {
    const { loads, replies } = answers([
      { method: 'countPatterns', args: [5, 2] },
      { method: 'solve', args: [space] },
      { method: 'evaluate', args: [line, network] },
    ]);
    await expect.poll(() => replies.length).toBe(3);
    expect(replies.every((reply) => 'ok' in reply && reply.ok)).toBe(true);
    expect(loads()).toBe(1);
  });

  test('asks the full module for what is elsewhere, and says nothing of that', async () => {
    const { loads, replies } = answers([
      { method: 'solve', args: [{ ...line, lambda: 0 }] },
      { method: 'certify', args: [line, network, { patterns }] },
      { method: 'solve', args: [space, { patterns: 'sampled', tolerance: 2 }] },
      { method: 'solve', args: [line, 'fast'] },
    ]);
    await expect.poll(() => replies.length).toBe(4);
    expect(loads()).toBe(1);
    const told = replies.map((reply) => ('ok' in reply && !reply.ok ? reply.error : 'answered'));
    expect(told.filter((answer) => answer === 'answered')).toHaveLength(2);
    expect(told).toContainEqual({
      kind: 'invalid-argument',
      message: 'tolerance is 2, expected a number between 0 and 1',
    });
    expect(told).toContainEqual({ kind: 'invalid-argument', message: 'options is a string, expected an object' });
  });

  test('does not load the full module for bad input that the small one can tell', async () => {
    const { loads, replies } = answers([{ method: 'solve', args: [{ ...line, y: [1] }] }]);
    await expect.poll(() => replies.length).toBe(1);
    expect(replies[0]).toMatchObject({ error: { message: 'y has 1 value, expected 3 (rows of X)' }, fatal: false });
    expect(loads()).toBe(0);
  });
});
