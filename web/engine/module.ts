import { unavailable } from './errors.ts';
import type { CreateModule, NativeModule } from './native.ts';

/**
 * Compiles a WebAssembly module: fetched beside the JavaScript in a page or worker, read from disk in Node. `create` is what
 * Emscripten made to go with it.
 */
export async function loadModule(create: unknown, wasm: URL): Promise<NativeModule> {
  const createModule = create as CreateModule;
  if (wasm.protocol !== 'file:') return createModule({ locateFile: () => wasm.href }).catch(unavailable);
  const fileSystem = 'node:fs/promises'; // a variable, so that bundlers for the page leave it alone
  const { readFile } = (await import(/* @vite-ignore */ fileSystem)) as typeof import('node:fs/promises');
  return readFile(wasm)
    .then((wasmBinary) => createModule({ wasmBinary }))
    .catch(unavailable);
}
