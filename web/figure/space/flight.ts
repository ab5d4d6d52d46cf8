import type { Host } from '../host.ts';
import { type Angle, cameraFor, type Outline, type Pane, within } from './camera.ts';

/** How the surface is seen while one view passes into another. */
interface Sight {
  readonly angle: Angle;
  readonly lift: number;
}

const MAP: Sight = { angle: { turn: 0, tilt: 90 }, lift: 0 };

/** From the map to the surface, and back to the first view: eased, or at once where the reader wants no motion. */
export class Flight {
  private from: Sight | null = null;
  private start = 0;
  private duration = 0;
  private progress = 1;

  constructor(private readonly motion: Host['motion']) {}

  /** The map rises. */
  rise(): void {
    this.begin(MAP, 900);
  }

  turnFrom(angle: Angle): void {
    this.begin({ angle, lift: 1 }, 350);
  }

  land(): void {
    this.progress = 1;
  }

  get flying(): boolean {
    return this.progress < 1;
  }

  frame(now: number): void {
    if (!this.flying) return;
    this.start ||= now;
    this.progress = Math.min((now - this.start) / this.duration, 1);
  }

  camera(to: Angle, pane: Pane, outline: Outline) {
    if (!this.flying || !this.from) return cameraFor(to, pane, outline);
    const { angle, lift } = this.from;
    const t = this.progress ** 2 * (3 - 2 * this.progress);
    const around = within({ turn: to.turn - angle.turn, tilt: 90 }).turn; // the shorter way
    const seen = { turn: angle.turn + around * t, tilt: angle.tilt + (to.tilt - angle.tilt) * t };
    return cameraFor(seen, pane, outline, lift + (1 - lift) * t);
  }

  private begin(from: Sight, duration: number): void {
    const still = this.motion.still();
    [this.from, this.start, this.duration, this.progress] = [from, 0, duration, still ? 1 : 0];
  }
}
