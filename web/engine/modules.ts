import { Elsewhere } from './errors.ts';
import type { Engine } from './types.ts';

/** The engine in its two modules: the small one at once, the full one when a request needs it. */
export interface Modules {
  core: Promise<Engine>;
  loadFull: () => Promise<Engine>;
}

/** Asks the small module first, and the full one for what the small one answers elsewhere. */
export class ModulePair {
  readonly #modules: Modules;
  #full: Promise<Engine> | undefined;
  #stillborn = false;

  constructor(modules: Modules) {
    this.#modules = modules;
    modules.core.catch(() => {
      this.#stillborn = true;
    });
  }

  /** The small module has not come: nothing can be answered here. */
  get stillborn(): boolean {
    return this.#stillborn;
  }

  get core(): Promise<Engine> {
    return this.#modules.core;
  }

  /** The small module says at once what it cannot do, so that whatever `ask` begins is begun by the module that ends it. */
  async answer<T>(ask: (engine: Engine) => T): Promise<T> {
    try {
      return ask(await this.#modules.core);
    } catch (thrown) {
      if (!(thrown instanceof Elsewhere)) throw thrown;
    }
    return ask(await this.#fullEngine());
  }

  #fullEngine(): Promise<Engine> {
    this.#full ??= this.#modules.loadFull().catch((thrown) => {
      this.#full = undefined; // to be tried again: the small one goes on meanwhile
      throw thrown;
    });
    return this.#full;
  }
}
