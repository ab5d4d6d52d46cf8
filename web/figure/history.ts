/** Something that happened at a step count. */
export interface KeyFrame {
  readonly steps: number;
}

/**
 * The film of a run: key frames in the order of their steps, at most `limit` of them. When it is full, the frame whose
 * neighbours lie closest together on the film's axis goes, so that what remains covers the run evenly; the first and the
 * newest always stay.
 */
export class History<F extends KeyFrame> {
  private film: F[] = [];
  private readonly limit: number;
  private readonly axis: (steps: number) => number;

  constructor(limit: number, axis: (steps: number) => number = (steps) => steps) {
    this.limit = Math.max(2, limit);
    this.axis = axis;
  }

  get frames(): readonly F[] {
    return this.film;
  }

  get last(): F | undefined {
    return this.film.at(-1);
  }

  clear(): void {
    this.film = [];
  }

  /** Adds the newest frame; one of the same step replaces it, later ones are forgotten. */
  push(frame: F): void {
    while (this.film.length && this.film[this.film.length - 1].steps >= frame.steps) this.film.pop();
    this.film.push(frame);
    if (this.film.length > this.limit) this.film.splice(this.leastMissed(), 1);
  }

  /** Forgets everything after a frame: the run goes on from there. */
  cutAfter(frame: F): void {
    this.film = this.film.filter(({ steps }) => steps <= frame.steps);
  }

  /** The frame nearest to a step count. */
  nearest(steps: number): F | undefined {
    let best: F | undefined;
    for (const frame of this.film) {
      if (!best || Math.abs(frame.steps - steps) <= Math.abs(best.steps - steps)) best = frame;
    }
    return best;
  }

  /** The frame `offset` places before (-) or after (+) another, within the film. */
  neighbour(frame: F, offset: number): F | undefined {
    const at = this.film.findIndex(({ steps }) => steps === frame.steps);
    return this.film[Math.min(Math.max(at + offset, 0), this.film.length - 1)];
  }

  private leastMissed(): number {
    let least = 1;
    let span = Number.POSITIVE_INFINITY;
    for (let i = 1; i < this.film.length - 1; i++) {
      const width = this.axis(this.film[i + 1].steps) - this.axis(this.film[i - 1].steps);
      if (width < span) [least, span] = [i, width];
    }
    return least;
  }
}
