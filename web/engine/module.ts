import createModule from '../../build/wasm/hidden-convex.mjs';
import type { CreateModule, NativeModule } from './native.ts';

const wasm = new URL('../../build/wasm/hidden-convex.wasm', import.meta.url);

/** Compiles the engine: fetched beside this file in a page or worker, read from disk in Node. */
export async function loadModule(): Promise<NativeModule> {
  const create = createModule as unknown as CreateModule;
  if (wasm.protocol !== 'file:') return create({ locateFile: () => wasm.href });
  const fileSystem = 'node:fs/promises'; // a variable, so that bundlers for the page leave it alone
  const { readFile } = (await import(/* @vite-ignore */ fileSystem)) as typeof import('node:fs/promises');
  return create({ wasmBinary: await readFile(wasm) });
}
