import { stillness } from '../../page/stillness.ts';

/** Something that plays from 0 to its end, one frame after the other. */
export class Playback {
  playing = false;
  private at = 0;
  private last = 0;
  private readonly end: number;
  private readonly speed: number;

  /** @param speed of the place, a second */
  constructor(end: number, speed: number) {
    this.end = end;
    this.speed = speed;
  }

  /** Plays from a place, from the start if that is the end, or pauses. Readers who want no motion get the end at once. */
  toggle(at: number, show: (at: number) => void): void {
    if (stillness()) {
      show(this.end);
      return;
    }
    this.playing = !this.playing;
    this.at = this.playing && at >= this.end ? 0 : at;
    show(this.at);
  }

  /** At every animation frame. */
  frame(now: number, show: (at: number) => void): void {
    // After a pause of the page it goes on from where it was.
    const passed = Math.min(now - this.last, 100) / 1000;
    this.last = now;
    if (!this.playing) return;
    this.at = Math.min(this.end, this.at + passed * this.speed);
    this.playing = this.at < this.end;
    show(this.at);
  }

  pause(): void {
    this.playing = false;
  }
}
