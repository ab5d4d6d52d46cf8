import { Held } from './held.ts';
import type { NativeSolver, NativeStack } from './native.ts';
import type { SolveResult, Solver } from './types.ts';

export class EngineSolver implements Solver {
  readonly #held: Held<NativeSolver>;

  constructor(stack: NativeStack, native: NativeSolver) {
    this.#held = new Held(stack, native, 'solver');
  }

  advance(seconds: number): SolveResult {
    return this.#held.call((native) => native.advance(seconds));
  }
  get finished(): boolean {
    return this.#held.native.finished();
  }
  dispose(): void {
    this.#held.dispose();
  }
}
