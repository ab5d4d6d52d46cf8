/// <reference lib="webworker" />
import { createCoreEngine } from './core-engine.ts';
import { unavailable } from './errors.ts';
import type { Request } from './protocol.ts';
import { EngineService } from './service.ts';
import type { Engine } from './types.ts';

/**
 * Browsers compile WebAssembly function by function when it is first called. Doing that once here, cold and warm started,
 * keeps those milliseconds out of the first frames that a reader drags.
 */
function warmUp(engine: Engine): Engine {
  const { X, y, bias } = engine.dataset('teaser');
  const problem = { X, y, lambda: 1e-4, loss: 'mean', bias } as const;
  const first = engine.solve(problem);
  for (const lambda of [2e-4, 5e-5]) engine.solve({ ...problem, lambda }, { warmStart: first });
  return engine;
}

const loadFull = async () => (await import('./engine.ts').catch(unavailable)).createEngine();

const service = new EngineService({ core: createCoreEngine().then(warmUp), loadFull }, (reply, transfer) =>
  self.postMessage(reply, { transfer }),
);
self.addEventListener('message', (event: MessageEvent<Request>) => service.receive(event.data));
