import { Held } from './held.ts';
import type { NativeSliced, NativeStack } from './native.ts';
import type { Sliced } from './types.ts';

/** Work in slices whose state is a C++ object. */
export class EngineSliced<Result> implements Sliced<Result> {
  readonly #held: Held<NativeSliced>;

  constructor(stack: NativeStack, native: NativeSliced, what: string) {
    this.#held = new Held(stack, native, what);
  }

  advance(seconds: number): Result {
    this.work(seconds);
    return this.result();
  }
  work(seconds: number): void {
    this.#held.call((native) => native.advance(seconds));
  }
  result(): Result {
    return this.#held.call((native) => native.result());
  }
  get finished(): boolean {
    return this.#held.native.finished();
  }
  dispose(): void {
    this.#held.dispose();
  }
}
