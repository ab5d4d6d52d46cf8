import { beforeAll, describe, expect, test } from 'vitest';
import { createCoreEngine } from '../../web/engine/core-engine.ts';
import type { CoreEngine } from '../../web/engine/core-functions.ts';
import { createEngine, type Engine, EngineError, type Network, type Problem } from '../../web/engine/index.ts';
import type { PlainMethod, Reply } from '../../web/engine/protocol.ts';
import { answeredByCore } from '../../web/engine/routing.ts';
import { EngineService } from '../../web/engine/service.ts';

const line: Problem = { X: [[-1], [0.2], [1]], y: [1, 0, 2], lambda: 0.01, bias: true };
const plane: Problem = {
  ...line,
  X: { data: new Float64Array([-1, 1, 0.2, 1, 1, -1]), rows: 3, cols: 2 },
  bias: false,
};
const space: Problem = { ...plane, bias: true };
const patterns = [[1, 0, 1]];
const network: Network = { W: [[1, 0.5], [-1, 0.2]], alpha: [1, -1] }; // biome-ignore format: a matrix

describe('the small module answers', () => {
  test.each<[PlainMethod, unknown[]]>([
    ['dataset', ['teaser']],
    ['evaluate', [space, network]],
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
    expect(answeredByCore(method, args)).toBe(true);
  });
});

describe('the full module answers', () => {
  test.each<[PlainMethod, unknown[]]>([
    ['solve', [space]],
    ['solve', [{ ...line, X: [[1, 2, 3]] }]],
    ['solve', [{ ...line, lambda: 0 }]],
    ['certify', [{ ...line, lambda: 0 }, network]],
    ['solve', [line, { patterns }]],
    ['solve', [line, { patterns: 'sampled' }]],
    ['solve', [line, { signs: [1] }]],
    ['solve', [line, { solver: 'interior-point' }]],
    ['certify', [space, network]],
    ['certify', [line, network, { patterns }]],
    ['solveGated', [line, {}]],
    ['enumeratePatterns', [line.X]],
    ['descentPath', [line, network]],
    // In doubt:
    ['solve', []],
    ['solve', [null]],
    ['solve', [{ ...line, X: [] }]],
    ['solve', [{ ...line, X: 'X' }]],
    ['solve', [{ ...line, X: [1, 2] }]],
    ['solve', [{ ...line, bias: 1 }]],
    ['solve', [line, 'fast']],
    ['solve', [line, [1]]],
    ['certify', [line, network, null]],
    ['toString' as PlainMethod, []],
  ])('%s %j', (method, args) => {
    expect(answeredByCore(method, args)).toBe(false);
  });
});

describe('both modules', () => {
  let core: CoreEngine;
  let full: Engine;
  beforeAll(async () => {
    [core, full] = await Promise.all([createCoreEngine(), createEngine()]);
  });
  const ask = (engine: CoreEngine, method: PlainMethod, args: unknown[]) => {
    try {
      const value = (engine[method as 'solve'] as (...args: unknown[]) => object)(...args);
      return { ...value, seconds: 0 };
    } catch (error) {
      return error;
    }
  };

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
});
