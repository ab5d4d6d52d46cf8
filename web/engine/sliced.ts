import { Held } from './held.ts';
import type { Banded, GridBand } from './landscape-types.ts';
import type { NativeBanded, NativeSliced, NativeStack } from './native.ts';
import type { Sliced } from './types.ts';

/** Work in slices whose state is a C++ object. */
export class EngineSliced<Result, Native extends NativeSliced = NativeSliced> implements Sliced<Result> {
  protected readonly held: Held<Native>;

  constructor(stack: NativeStack, native: Native, what: string) {
    this.held = new Held(stack, native, what);
  }

  advance(seconds: number): Result {
    this.work(seconds);
    return this.result();
  }
  work(seconds: number): void {
    this.held.call((native) => native.advance(seconds));
  }
  result(): Result {
    return this.held.call((native) => native.result());
  }
  get finished(): boolean {
    return this.held.native.finished();
  }
  dispose(): void {
    this.held.dispose();
  }
}

/** The same over a grid. */
export class EngineBanded<Result, Band extends GridBand>
  extends EngineSliced<Result, NativeBanded>
  implements Banded<Result, Band>
{
  band(firstRow: number): Band {
    return this.held.call((native) => native.band(firstRow));
  }
}
