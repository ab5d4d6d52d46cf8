import { call } from './call.ts';
import type { AnyEntry } from './entry.ts';
import { Elsewhere } from './errors.ts';
import { functions } from './functions.ts';
import type { NativeBanded, NativeModule, NativeTrainer } from './native.ts';
import { EngineBanded, EngineSliced } from './sliced.ts';
import { EngineTrainer } from './trainer.ts';
import type { Engine, Sliced } from './types.ts';

/** The functions of the table, answered by a module. */
export function bindEngine(native: NativeModule): Engine {
  const bound: Record<string, unknown> = {};
  const ask = <T>(name: string, count: number, args: readonly unknown[]): T => {
    const answer = native[name as 'createTrainer'];
    if (!answer) throw new Elsewhere(`this module has no ${name}`);
    // embind insists on the number of arguments: those that were left out are undefined.
    const all = args.slice(0, count);
    all.length = count;
    return call(native, () => answer(...all));
  };
  for (const [name, entry] of Object.entries<AnyEntry>(functions)) {
    if (!('create' in entry)) {
      bound[name] = (...args: unknown[]) => ask(name, entry.count, args);
      continue;
    }
    const create = (...args: unknown[]): Sliced<unknown> => {
      const work = ask<NativeBanded>(entry.create, entry.count, args);
      return entry.banded ? new EngineBanded(native, work, entry.what) : new EngineSliced(native, work, entry.what);
    };
    bound[entry.create] = create;
    bound[name] = (...args: unknown[]) => whole(create(...args));
  }
  bound.createTrainer = (...args: unknown[]) => new EngineTrainer(native, ask<NativeTrainer>('createTrainer', 2, args));
  return bound as unknown as Engine;
}

/** All slices at once. */
function whole<Result>(work: Sliced<Result>): Result {
  try {
    do work.work(Number.POSITIVE_INFINITY);
    while (!work.finished);
    return work.result();
  } finally {
    work.dispose();
  }
}
