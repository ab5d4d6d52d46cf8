import type { WorkerLike } from '../engine/client.ts';
import { createEngine } from '../engine/engine.ts';
import type { Request } from '../engine/protocol.ts';
import { EngineService, type Modules } from '../engine/service.ts';

/** The full module alone: nobody waits for the small one here. */
function wholeEngine(): Modules {
  const engine = createEngine();
  return { core: engine, loadFull: () => engine };
}

/** The page's worker without a thread: the same service, its messages copied as between threads. */
export class LocalWorker implements WorkerLike {
  /** Requests that wait for their answer. */
  static underway = 0;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly #service = new EngineService(wholeEngine(), (reply) => {
    if (!('progress' in reply)) LocalWorker.underway--;
    this.onmessage?.({ data: structuredClone(reply) } as MessageEvent);
  });

  postMessage(message: unknown): void {
    const request = structuredClone(message) as Request;
    if (!('cancel' in request)) LocalWorker.underway++;
    setTimeout(() => this.#service.receive(request));
  }

  terminate(): void {}
}
