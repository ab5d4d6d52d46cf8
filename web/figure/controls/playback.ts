import type { Workshop } from '../declaration.ts';
import type { Host } from '../host.ts';

/** A quantity that plays from 0 to its end. */
export interface Played {
  readonly end: number;
  /** How much of it passes in a second. */
  readonly speed: number;
  /** Where it stands. */
  at(): number;
  /** The reader is to see it at another place. */
  show(at: number): void;
}

/** Plays something frame by frame, from where it stands; pausing, single steps and jumps all go through here. */
export class Playback {
  playing = false;
  private exact = 0;
  private last = 0;

  constructor(
    private readonly played: Played,
    private readonly motion: Host['motion'],
  ) {}

  /** Plays on, from the start if the end is reached, or pauses. Readers who want no motion get the end at once. */
  readonly toggle = (): void => {
    const { end } = this.played;
    if (this.motion.still()) {
      this.played.show(end);
      return;
    }
    this.playing = !this.playing;
    const at = this.played.at();
    this.exact = this.playing && at >= end ? 0 : at;
    this.played.show(this.exact);
  };

  /** To a place that the reader chose. */
  go(to: number): void {
    this.playing = false;
    this.played.show(Math.min(Math.max(to, 0), this.played.end));
  }

  /** At every animation frame. After a pause of the page it goes on from where it was. */
  frame(now: number): void {
    const passed = Math.min(now - this.last, 100) / 1000;
    this.last = now;
    if (!this.playing) return;
    this.exact = Math.min(this.played.end, this.exact + passed * this.played.speed);
    this.playing = this.exact < this.played.end;
    this.played.show(this.exact);
  }

  pause(): void {
    this.playing = false;
  }
}

/** One quantity of a figure's state that plays. */
export interface Play<State extends object> {
  readonly end: number;
  readonly speed: number;
  at(state: State): number;
  /** What becomes of the state when the reader is to see it there. */
  show(at: number, state: State): Partial<State>;
}

export const playbackOf =
  <State extends object>({ end, speed, at, show }: Play<State>) =>
  (figure: Workshop<State, unknown>): Playback => {
    const played = { end, speed, at: () => at(figure.set), show: (to: number) => figure.change(show(to, figure.set)) };
    return new Playback(played, figure.host.motion);
  };
