import createModule from '../../build/wasm/hidden-convex-core.mjs';
import { type CoreEngine, coreFunctions } from './core-functions.ts';
import { loadModule } from './module.ts';
import type { NativeCore } from './native.ts';

const wasm = new URL('../../build/wasm/hidden-convex-core.wasm', import.meta.url);

/** The small module in this thread: what a page needs before its first figure works. */
export async function createCoreEngine(): Promise<CoreEngine> {
  return coreFunctions(await loadModule<NativeCore>(createModule, wasm));
}
