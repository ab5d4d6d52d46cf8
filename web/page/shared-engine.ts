import { createWorkerEngine } from '../engine/client.ts';
import type { WorkerEngine } from '../engine/types.ts';

let engine: WorkerEngine | null = null;

/** The one engine of the page, started by the first figure that needs it. */
export function sharedEngine(): WorkerEngine {
  engine ??= createWorkerEngine();
  return engine;
}
