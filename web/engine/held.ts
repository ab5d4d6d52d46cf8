import { call } from './call.ts';
import { EngineError } from './errors.ts';
import type { Envelope, NativeStack } from './native.ts';

interface Deletable {
  delete(): void;
}

/** Frees the C++ objects whose JavaScript holder was dropped without dispose(), and says so: nobody knows when it runs. */
const forgotten = new FinalizationRegistry<{ native: Deletable; what: string }>(({ native, what }) => {
  native.delete();
  console.warn(`hidden-convex: a ${what} was dropped without dispose(); its memory was held until now`);
});

/** A C++ object that JavaScript holds until dispose(). */
export class Held<Native extends Deletable> {
  readonly #what: string;
  readonly #stack: NativeStack;
  #native: Native | undefined;
  #calls = 0;

  constructor(stack: NativeStack, native: Native, what: string) {
    this.#stack = stack;
    this.#native = native;
    this.#what = what;
    forgotten.register(this, { native, what }, this);
  }

  get native(): Native {
    if (!this.#native) throw new EngineError('invalid-argument', `this ${this.#what} was disposed of`);
    return this.#native;
  }

  /** A call that reads arguments: while it does, nobody may free the object under it. */
  call<T>(work: (native: Native) => Envelope): T {
    const { native } = this;
    this.#calls++;
    try {
      return call(this.#stack, () => work(native));
    } finally {
      this.#calls--;
    }
  }

  dispose(): void {
    if (!this.#native) return;
    if (this.#calls > 0)
      throw new EngineError('invalid-argument', `this ${this.#what} is at work and cannot be disposed of`);
    forgotten.unregister(this);
    this.#native.delete();
    this.#native = undefined;
  }
}
