import { Held } from './held.ts';
import type { NativeSolver } from './native.ts';
import type { SolveResult, Solver } from './types.ts';
import { unwrap } from './unwrap.ts';

export class EngineSolver implements Solver {
  readonly #held: Held<NativeSolver>;

  constructor(native: NativeSolver) {
    this.#held = new Held(native, 'solver');
  }

  advance(seconds: number): SolveResult {
    return unwrap(this.#held.native.advance(seconds));
  }
  get finished(): boolean {
    return this.#held.native.finished();
  }
  dispose(): void {
    this.#held.dispose();
  }
}
