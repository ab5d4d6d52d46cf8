import { Drag, type Position } from '../../figure/controls/drag.ts';
import type { Disc } from '../../figure/drawing/direction-circle.ts';
import { apart, between, HOME, type Turn, turned } from './orbit.ts';

/** A pointer that moves less has pointed at a place and turned nothing, pixels. */
const STILL = 4;
/** How fast the sphere turns by itself, 1 / ms. */
const SPEED = 1 / 110;
/** What an arrow key turns; with shift four times as much. */
const STEP = Math.PI / 36;

const TURNS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export interface OrbitHost {
  /** What is set. */
  turn(): Turn;
  change(turn: Turn): void;
  disc(): Disc;
  /** The reader points at a place on the sphere and turns nothing. */
  pointAt(at: Position): void;
  redraw(): void;
  /** The reader wants no motion. */
  still(): boolean;
}

interface Hold {
  readonly from: Turn;
  readonly at: Position;
  readonly byFinger: boolean;
  now: Position;
  moved: boolean;
}

/** Turns a sphere: by pointer and keys at once, by itself in a short while, unless the reader prefers less motion. */
export class OrbitControl {
  /** The turn to draw, on the way to the one that is set. */
  shown: Turn;
  private last = 0;
  private readonly host: OrbitHost;
  private readonly drag = new Drag<Hold>({
    pick: (at, event) => this.takeHold(at, event),
    move: (hold, at) => this.follow(hold, at),
    end: ({ moved, now }) => !moved && this.host.pointAt(now),
    cancel: ({ from }) => this.turnAtOnce(from),
  });

  constructor(host: OrbitHost) {
    this.host = host;
    this.shown = host.turn();
  }

  readonly down = (event: PointerEvent): void => this.drag.down(event);

  /** Whether the key was one of its own. */
  key(event: KeyboardEvent): boolean {
    const way = TURNS[event.key];
    const times = event.shiftKey ? 4 : 1;
    if (event.key === 'Home') this.goHome();
    else if (way) this.host.change(turned(this.host.turn(), way[0] * times, way[1] * times));
    else return false;
    event.preventDefault();
    return true;
  }

  get atHome(): boolean {
    return apart(this.host.turn(), HOME) < 1e-6;
  }

  goHome(): void {
    this.host.change(HOME);
  }

  frame(now: number): void {
    const turn = this.host.turn();
    const share = 1 - Math.exp(-(now - this.last) * SPEED);
    this.last = now;
    if (this.shown === turn) return;
    const there = apart(this.shown, turn) < 0.004 || this.host.still();
    this.shown = there ? turn : between(this.shown, turn, share);
    this.host.redraw();
  }

  private takeHold(at: Position, event: PointerEvent): Hold | null {
    const { x, y, radius } = this.host.disc();
    if (Math.hypot(at.x - x, at.y - y) > radius) return null;
    this.turnAtOnce(this.shown);
    return { from: this.shown, at, byFinger: event.pointerType === 'touch', now: at, moved: false };
  }

  private follow(hold: Hold, at: Position): void {
    hold.now = at;
    hold.moved ||= Math.hypot(at.x - hold.at.x, at.y - hold.at.y) > STILL;
    if (!hold.moved) return;
    const { radius } = this.host.disc();
    // A finger that goes up or down scrolls the page.
    const down = hold.byFinger ? 0 : (at.y - hold.at.y) / radius;
    this.turnAtOnce(turned(hold.from, (at.x - hold.at.x) / radius, down));
  }

  private turnAtOnce(turn: Turn): void {
    this.shown = turn;
    this.host.change(turn);
  }
}
