import type { AnyEntry } from './entry.ts';
import { asEngineError, EngineError } from './errors.ts';
import { functions } from './functions.ts';
import { ModulePair, type Modules } from './modules.ts';
import type { Call, PlainCall, Reply, Request } from './protocol.ts';
import { inSlices, type Tell } from './slices.ts';
import { Trainers } from './trainers.ts';
import { buffersOf } from './transfer.ts';
import { nextTask, type Turn } from './turn.ts';
import type { Engine, Sliced } from './types.ts';

export type { Modules };

/** Answers requests with an engine: all that a worker does, but for where the messages come from. */
export class EngineService {
  readonly #modules: ModulePair;
  readonly #reply: (reply: Reply, transfer: Transferable[]) => void;
  readonly #cancelled = new Set<number>();
  readonly #open = new Set<number>();
  readonly #trainers = new Trainers();

  constructor(modules: Modules, reply: (reply: Reply, transfer: Transferable[]) => void) {
    this.#modules = new ModulePair(modules);
    this.#reply = reply;
  }

  receive(request: Request): void {
    if ('cancel' in request) {
      if (this.#open.has(request.cancel)) this.#cancelled.add(request.cancel);
      return;
    }
    this.#open.add(request.id);
    if ('trainer' in request) this.#trainers.inOrder(request.trainer, () => this.#answer(request));
    else void this.#answer(request);
  }

  async #answer(request: Call & { id: number }): Promise<void> {
    const { id } = request;
    try {
      const value = await ('trainer' in request ? this.#train(request) : this.#run(request));
      this.#reply({ id, ok: true, value }, buffersOf(value));
    } catch (thrown) {
      const { kind, message } = asEngineError(thrown);
      const fatal = kind === 'internal' || (kind === 'unavailable' && this.#modules.stillborn);
      this.#reply({ id, ok: false, error: { kind, message }, fatal }, []);
    }
    this.#open.delete(id);
    this.#cancelled.delete(id);
  }

  async #train(request: Exclude<Call, PlainCall> & { id: number }): Promise<unknown> {
    const engine = await this.#modules.core;
    this.#refuseCancelled(request.id);
    return this.#trainers.answer(engine, request, this.#turn(request.id));
  }

  async #run({ id, method, args, progress }: PlainCall & { id: number; progress?: boolean }): Promise<unknown> {
    const entry: AnyEntry = functions[method];
    const name = 'create' in entry ? entry.create : method;
    const begun = await this.#modules.answer((engine) => {
      this.#refuseCancelled(id);
      return (engine[name as keyof Engine] as (...args: readonly unknown[]) => unknown)(...args);
    });
    if (!('create' in entry)) return begun;
    return inSlices(begun as Sliced<unknown>, entry.reached, this.#turn(id), progress ? this.#tell(id) : undefined);
  }

  #tell(id: number): Tell {
    return (progress) => this.#reply({ id, progress } as Reply, buffersOf(progress));
  }

  #turn(id: number): Turn {
    return {
      pause: async () => {
        await nextTask();
        this.#refuseCancelled(id);
      },
    };
  }

  #refuseCancelled(id: number): void {
    if (this.#cancelled.has(id)) throw new EngineError('cancelled', 'the request was cancelled');
  }
}
