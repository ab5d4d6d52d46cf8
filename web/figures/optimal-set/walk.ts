import { Playback } from '../../figure/controls/playback.ts';
import type { Workshop } from '../../figure/declaration.ts';
import { type Answer, lastOf, placeOnWalk, type State } from './model.ts';

/** Corners in a second. */
const SPEED = 1.2;

/** Plays the walk from corner to corner, to its end or to the next corner only. */
export class Walk extends Playback {
  private readonly limit: { corner: number | null };

  constructor(figure: Workshop<State, Answer>) {
    const limit = { corner: null as number | null };
    const last = (): number => (figure.answer ? lastOf(figure.answer) : 0);
    const played = {
      get end() {
        return Math.min(limit.corner ?? last(), last());
      },
      speed: SPEED,
      at: () => (figure.answer ? placeOnWalk(figure.set, figure.answer) : figure.set.t),
      show: (t: number) => figure.change({ t, place: null }),
    };
    super(played, figure.host.motion);
    this.limit = limit;
    this.still = () => figure.host.motion.still();
    this.now = () => played.at();
    this.lastCorner = last;
  }

  private readonly still: () => boolean;
  private readonly now: () => number;
  private readonly lastCorner: () => number;

  /** Walks to the next corner along an edge; from the last one back to the first. */
  next(): void {
    const to = Math.floor(this.now() + 1e-9) + 1;
    if (this.still() || to > this.lastCorner()) {
      this.go(to > this.lastCorner() ? 0 : to);
      return;
    }
    this.pause();
    this.limit.corner = to;
    this.toggle();
  }

  override frame(now: number): void {
    super.frame(now);
    if (!this.playing) this.limit.corner = null;
  }
}
