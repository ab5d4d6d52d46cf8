import { describe, expect, expectTypeOf, test } from 'vitest';
import { type FunctionsOf, fn, sliced, type Table, type WorkerFunctionsOf } from '../../web/engine/entry.ts';
import { functions } from '../../web/engine/functions.ts';
import type { CallOptions, Engine, Problem, Sliced, WorkerEngine } from '../../web/engine/types.ts';

// The lines below each @ts-expect-error are checked by the type checker, `npm run check`: it fails where such a line compiles.

describe('the table of functions', () => {
  test('is of entries with a count and, in slices, the function that makes the work', () => {
    for (const [name, entry] of Object.entries(functions)) {
      expect(entry.count, name).toBeGreaterThan(0);
      if ('create' in entry) expect(entry.create).toMatch(/^create[A-Z]/);
    }
  });

  test('compiles with the right counts alone', () => {
    const table = {
      largest: fn<(problem: Problem) => number>(1),
      // Optional arguments count: the options of the call come behind them.
      solve: sliced<(problem: Problem, options?: { seed?: number }) => number, 'createSolver'>(2, 'createSolver', 'x'),
      // @ts-expect-error: the function takes one argument
      wrong: fn<(problem: Problem) => number>(2),
      // @ts-expect-error: the optional one is missing
      short: fn<(problem: Problem, options?: object) => number>(1),
    } satisfies Table;
    // @ts-expect-error: no entry is a bare number
    const bare = { largest: 1 } satisfies Table;
    expect(Object.keys({ ...table, ...bare })).toHaveLength(4);
  });

  test('makes an engine of which no function may be missing and none may be added', () => {
    type Two = { one: ReturnType<typeof fn<(n: number) => string>>; two: ReturnType<typeof fn<() => void>> };
    const one = (n: number) => String(n);
    const two = () => {};
    const whole: FunctionsOf<Two> = { one, two };
    // @ts-expect-error: two is missing
    const missing: FunctionsOf<Two> = { one };
    // @ts-expect-error: three is not in the table
    const extra: FunctionsOf<Two> = { one, two, three: two };
    // @ts-expect-error: not with these arguments
    const other: FunctionsOf<Two> = { one: (n: string) => n, two };
    const worker: WorkerFunctionsOf<Two> = { one: async (n) => String(n), two: async () => {} };
    // @ts-expect-error: three is missing from the table, and so from the worker
    expect(worker.three).toBeUndefined();
    expect([whole, missing, extra, other]).toHaveLength(4);
  });

  test('gives the engine its work in slices and the worker its call options', () => {
    expectTypeOf<Engine['createSolver']>().returns.toEqualTypeOf<Sliced<ReturnType<Engine['solve']>>>();
    expectTypeOf<Parameters<WorkerEngine['largestLambda']>>().toEqualTypeOf<
      [problem: Problem, call?: CallOptions | undefined]
    >();
    expectTypeOf<WorkerEngine['countPatterns']>().returns.toEqualTypeOf<Promise<bigint>>();
    const misnamed = (engine: Engine) => {
      // @ts-expect-error: not in the table
      engine.largestLamda;
    };
    expect(misnamed).toBeTypeOf('function');
  });
});
