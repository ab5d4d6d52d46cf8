import createModule from '../../build/wasm/hidden-convex-core.mjs';
import { bindEngine } from './bind.ts';
import { loadModule } from './module.ts';
import type { Engine } from './types.ts';

const wasm = new URL('../../build/wasm/hidden-convex-core.wasm', import.meta.url);

/**
 * The small module in this thread: what a page needs before its first figure works. What only the full module can do, it answers
 * by throwing Elsewhere, before anything is computed.
 */
export async function createCoreEngine(): Promise<Engine> {
  return bindEngine(await loadModule(createModule, wasm));
}
