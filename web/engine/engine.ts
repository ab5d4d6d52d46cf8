import createModule from '../../build/wasm/hidden-convex.mjs';
import { bindEngine } from './bind.ts';
import { loadModule } from './module.ts';
import type { Engine } from './types.ts';

const wasm = new URL('../../build/wasm/hidden-convex.wasm', import.meta.url);

/**
 * The engine in this thread: a page, a worker or Node. Loads and compiles the WebAssembly module; then every call is
 * synchronous. For a page that must stay smooth see createWorkerEngine.
 */
export async function createEngine(): Promise<Engine> {
  return bindEngine(await loadModule(createModule, wasm));
}
