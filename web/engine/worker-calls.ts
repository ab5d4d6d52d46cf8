import { asEngineError, EngineError } from './errors.ts';
import type { Call, Reply, Request } from './protocol.ts';
import type { RemoteTrainer } from './remote-trainer.ts';
import type { CallOptions } from './types.ts';

/** What the client needs of a Worker; tests pass one of their own. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Pending {
  call: Call;
  options: CallOptions<never>;
  resolve: (value: never) => void;
  reject: (error: EngineError) => void;
  unlisten: () => void;
}

/**
 * One worker for all who ask. Requests go out at once, except that of several with one key only the newest waits while
 * one is under way. A worker that fails is replaced; what it was doing is rejected, and its trainers are made again.
 */
export class EngineClient {
  readonly #spawn: () => WorkerLike;
  #worker: WorkerLike | undefined;
  #nextId = 1;
  readonly #underway = new Map<number, Pending>();
  readonly #busyKeys = new Map<string, number>();
  readonly #waiting = new Map<string, Pending>();
  readonly #trainers = new Set<RemoteTrainer>();
  #nextTrainer = 1;
  #disposed = false;

  constructor(spawn: () => WorkerLike) {
    this.#spawn = spawn;
  }

  call<T>(call: Call, options: CallOptions<never> = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#disposed) return reject(new EngineError('cancelled', 'the engine was disposed of'));
      if (options.signal?.aborted) return reject(new EngineError('cancelled', 'the request was cancelled'));
      const pending: Pending = { call, options, resolve, reject, unlisten: () => {} };
      const cancel = () => this.#cancel(pending);
      options.signal?.addEventListener('abort', cancel, { once: true });
      pending.unlisten = () => options.signal?.removeEventListener('abort', cancel);
      if (options.key !== undefined && this.#busyKeys.has(options.key)) this.#wait(options.key, pending);
      else this.#send(pending);
    });
  }

  adopt(trainer: RemoteTrainer): number {
    this.#trainers.add(trainer);
    return this.#nextTrainer++;
  }
  release(trainer: RemoteTrainer): void {
    this.#trainers.delete(trainer);
  }

  dispose(): void {
    this.#disposed = true;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#rejectAll(new EngineError('cancelled', 'the engine was disposed of'));
  }

  #wait(key: string, pending: Pending): void {
    const older = this.#waiting.get(key);
    if (older) this.#settle(older, new EngineError('superseded', 'a newer request took its place'));
    this.#waiting.set(key, pending);
  }

  #send(pending: Pending): void {
    const id = this.#nextId++;
    this.#underway.set(id, pending);
    if (pending.options.key !== undefined) this.#busyKeys.set(pending.options.key, id);
    try {
      this.#post(pending.options.onProgress ? { ...pending.call, id, progress: true } : { ...pending.call, id });
    } catch (thrown) {
      // A value that cannot cross to the worker, such as a function, is the caller's mistake.
      this.#finish(id, new EngineError('invalid-argument', asEngineError(thrown).message));
    }
  }

  #post(request: Request): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  #start(): WorkerLike {
    const worker = this.#spawn();
    worker.onmessage = (event: MessageEvent<Reply>) => {
      const reply = event.data;
      if ('progress' in reply) return this.#underway.get(reply.id)?.options.onProgress?.(reply.progress as never);
      if (reply.ok) return this.#finish(reply.id, undefined, reply.value);
      const error = new EngineError(reply.error.kind, reply.error.message);
      this.#finish(reply.id, error);
      if (reply.fatal) this.#restart(error);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      // What is thrown has a message; a script that does not come has none.
      if (event.message) this.#restart(new EngineError('internal', event.message));
      else this.#restart(new EngineError('unavailable', 'the worker could not be loaded'));
    };
    return worker;
  }

  /** The next request starts a new worker; trainers are made again there, from what they last were. */
  #restart(reason: EngineError): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const lost = [...this.#underway.values()];
    this.#underway.clear();
    this.#busyKeys.clear();
    for (const pending of lost) this.#settle(pending, reason);
    for (const trainer of this.#trainers) trainer.forget();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const pending of waiting) this.#send(pending);
  }

  #finish(id: number, error?: EngineError, value?: unknown): void {
    const pending = this.#underway.get(id);
    if (!pending) return; // cancelled meanwhile
    this.#underway.delete(id);
    this.#settle(pending, error, value);
    this.#freeKey(id, pending.options.key);
  }

  #freeKey(id: number, key: string | undefined): void {
    if (key === undefined || this.#busyKeys.get(key) !== id) return;
    this.#busyKeys.delete(key);
    const next = this.#waiting.get(key);
    this.#waiting.delete(key);
    if (next) this.#send(next);
  }

  #cancel(pending: Pending): void {
    const { key } = pending.options;
    if (key !== undefined && this.#waiting.get(key) === pending) this.#waiting.delete(key);
    for (const [id, candidate] of this.#underway) {
      if (candidate !== pending) continue;
      this.#underway.delete(id);
      this.#post({ cancel: id });
      this.#freeKey(id, key);
    }
    this.#settle(pending, new EngineError('cancelled', 'the request was cancelled'));
  }

  #settle(pending: Pending, error?: EngineError, value?: unknown): void {
    pending.unlisten();
    if (error) pending.reject(error);
    else pending.resolve(value as never);
  }

  #rejectAll(error: EngineError): void {
    for (const pending of [...this.#underway.values(), ...this.#waiting.values()]) this.#settle(pending, error);
    this.#underway.clear();
    this.#waiting.clear();
    this.#busyKeys.clear();
  }
}
