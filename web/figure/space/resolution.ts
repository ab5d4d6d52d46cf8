/** Of the pixels along a side; each step leaves about 0.7 of all pixels, and the last what still shows every line. */
const SHARES = [1, 0.84, 0.71, 0.6, 0.5] as const;
const LAST = SHARES.length - 1;
/** Milliseconds. A screen may be slower, but from a faster one no more is asked. */
const FRAME = 1000 / 60;
/** A frame is slow if it takes longer than so many: one that comes a little late is not. */
const LATE = 1.25;
/** Single slow frames have other causes. */
const IN_A_ROW = 3;
/** Fewer pixels have helped if frames take no more than this share of what they took. */
const HELPED = 0.9;
/** Movements in which fewer pixels did not help, before that is tried no more. */
const TRIES = 2;
/** Milliseconds without a change after which the picture is still. */
const REST = 150;

interface Drawn {
  readonly at: number;
  readonly step: number;
}

/**
 * How sharp a picture is drawn while it moves, by how long its frames take: with all pixels unless that stutters, and then with
 * as few as it needs. Still, and where it changes once, it always has all of them.
 */
export class Resolution {
  private step = 0;
  private moving = false;
  /** Since the last frame began. */
  private drawn: Drawn[] = [];
  private before = Number.NaN;
  /** The end of the frame in which the picture was last drawn, and its step. */
  private changed = Number.NEGATIVE_INFINITY;
  private shown = 0;
  /** From one frame to the next when nothing is drawn: what the screen, or the rest of the page, takes anyway. */
  private period = FRAME;
  private slow: number[] = [];
  /** What frames with all pixels took in this movement, if it had too many of them. */
  private full = 0;
  private vain = 0;
  private gaveUp = false;

  /** The picture is drawn, at this time. @returns the share of the pixels along a side to draw it with */
  draw(at: number): number {
    const step = this.moving ? this.step : 0;
    this.drawn.push({ at, step });
    this.shown = step;
    this.moving = true;
    return SHARES[step];
  }

  /** A frame begins. @returns whether the picture has come to rest with fewer pixels than it can have: to be drawn again */
  frame(now: number): boolean {
    const took = now - this.before;
    const ended = this.drawn.filter(({ at }) => at < now);
    this.drawn = this.drawn.filter(({ at }) => at >= now);
    this.before = now;
    if (ended.length) {
      this.changed = now; // not when it was drawn: that may have taken longer than REST
      this.measure(took, ended[ended.length - 1].step);
    } else if (took > 0) this.period = Math.min(took, this.period + 0.5);
    if (this.drawn.length || now - this.changed < REST) return false;
    [this.moving, this.gaveUp, this.full, this.slow] = [false, false, 0, []];
    return this.shown > 0;
  }

  private measure(took: number, step: number): void {
    const enough = Math.max(FRAME, this.period);
    const slow = took > LATE * enough;
    if (step > 0 && !slow) this.vain = 0;
    if (step !== this.step) {
      if (!slow && step === 0) this.step--; // there is room again
      return;
    }
    this.slow = slow ? [...this.slow, took] : [];
    if (this.slow.length < IN_A_ROW) return;
    const usual = this.slow.sort((a, b) => a - b)[IN_A_ROW >> 1];
    this.slow = [];
    if (this.gaveUp || this.vain >= TRIES) return;
    if (step === 0) this.full = usual;
    if (step < LAST) this.step = stepFor(SHARES[step] * Math.sqrt(enough / usual), step + 1);
    else if (this.full && usual > HELPED * this.full) {
      [this.step, this.gaveUp] = [0, true]; // it is not the pixels that take the time
      this.vain++;
    }
  }
}

/** The sharpest with at most this share of the pixels along a side, from this step on. */
function stepFor(most: number, from: number): number {
  const step = SHARES.findIndex((share, k) => k >= from && share <= most);
  return step < 0 ? LAST : step;
}
