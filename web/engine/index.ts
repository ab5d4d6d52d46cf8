/** hidden-convex: certified training of two-layer ReLU networks, in a page, a worker or Node. */
export { createWorkerEngine } from './client.ts';
export { createEngine } from './engine.ts';
export { EngineError } from './errors.ts';
export type * from './types.ts';
