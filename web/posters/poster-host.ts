import type { WorkerEngine } from '../engine/types.ts';
import type { Host, Linked } from '../figure/host.ts';

/** Where a poster is drawn nothing is kept, nothing is linked to and nobody watches. */
export class PosterHost implements Host {
  /** Somebody has asked whether the reader wants motion: with another answer the picture may be another. */
  motionMatters = false;
  readonly motion = {
    still: (): boolean => {
      this.motionMatters = true;
      return this.reducedMotion;
    },
  };
  readonly theme = { follow: () => () => {} };
  readonly link = {
    read: <State>(): Linked<State> | null => null,
    forget: (): void => {},
    follow: () => () => {},
    to: (): string => '',
    embed: (): string => '',
  };

  constructor(
    readonly engine: WorkerEngine,
    private readonly reducedMotion: boolean,
  ) {}

  keyOf(_: object, name: string): string {
    return name;
  }
  load(): undefined {}
  save(): void {}
}
