import type { Part, Workshop } from '../../figure/declaration.ts';
import type { Descent } from './descent.ts';
import type { Answer, State } from './model.ts';
import type { Place } from './problems.ts';

/** A descent is played from its first picture; to a reader who wants no motion its last is shown at once. */
export class Film implements Part {
  private path: Descent | null = null;
  private shot = 0;

  constructor(private readonly figure: Workshop<State, Answer>) {}

  frame(): void {
    const path = this.figure.answer?.path ?? null;
    if (path !== this.path) {
      this.path = path;
      this.shot = path && this.figure.host.motion.still() ? path.length - 1 : 0;
    } else if (!path || this.shot >= path.length - 1) return;
    else this.shot += 1;
    this.figure.redraw();
  }

  /** The dot: on the descent, where it is by now. */
  here({ path, here }: Answer): Place {
    return path?.[path === this.path ? this.shot : 0] ?? here;
  }

  /** The way of the descent so far. */
  way({ path }: Answer): Descent {
    return path?.slice(0, path === this.path ? this.shot + 1 : 1) ?? [];
  }
}
