import type { WorkerEngine } from '../engine/types.ts';
import type { Host } from '../figure/host.ts';

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
    fragment: (): string => '',
    forget: (): void => {},
    follow: () => () => {},
    page: (): string => '',
    alone: (): string => '',
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
