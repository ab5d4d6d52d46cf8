import { EngineError } from './errors.ts';

interface Deletable {
  delete(): void;
}

/** Frees the C++ objects whose JavaScript holder was dropped without dispose(). */
const forgotten = new FinalizationRegistry<Deletable>((native) => native.delete());

/** A C++ object that JavaScript holds until dispose(). */
export class Held<Native extends Deletable> {
  readonly #what: string;
  #native: Native | undefined;

  constructor(native: Native, what: string) {
    this.#what = what;
    this.#native = native;
    forgotten.register(this, native, this);
  }

  get native(): Native {
    if (!this.#native) throw new EngineError('invalid-argument', `this ${this.#what} was disposed of`);
    return this.#native;
  }

  dispose(): void {
    if (!this.#native) return;
    forgotten.unregister(this);
    this.#native.delete();
    this.#native = undefined;
  }
}
