import { functions } from './functions.ts';
import type { PlainMethod } from './protocol.ts';
import { RemoteTrainer } from './remote-trainer.ts';
import type { CallOptions, WorkerEngine } from './types.ts';
import { EngineClient, type WorkerLike } from './worker-calls.ts';

export type { WorkerLike };

const spawnWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'hidden-convex' });

/** The engine in a worker of its own, started by the first request. */
export function createWorkerEngine(spawn: () => WorkerLike = spawnWorker): WorkerEngine {
  const client = new EngineClient(spawn);
  const engine: Record<string, unknown> = {};
  for (const [method, { count }] of Object.entries(functions) as [PlainMethod, { count: number }][])
    engine[method] = (...args: unknown[]) =>
      client.call<never>({ method, args: args.slice(0, count) }, args[count] as CallOptions<never> | undefined);
  const rest: Pick<WorkerEngine, 'createTrainer' | 'dispose'> = {
    createTrainer: (problem, settings, observe) => RemoteTrainer.create(client, problem, settings, observe),
    dispose: () => client.dispose(),
  };
  return { ...engine, ...rest } as WorkerEngine;
}
