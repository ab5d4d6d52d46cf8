import { Drag } from '../controls/drag.ts';
import { type Angle, within } from './camera.ts';

/** Degrees for a pixel, and for an arrow key; with shift three times as much. */
const PER_PIXEL = 0.4;
const PER_KEY = 5;

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface OrbitHost {
  angle(): Angle;
  look(angle: Angle): void;
  reset(): void;
}

/** Turns the surface: what the reader grabs follows the pointer; up and down it tilts. */
export class Orbit {
  private readonly host: OrbitHost;
  private readonly drag;

  constructor(host: OrbitHost) {
    this.host = host;
    this.drag = new Drag<{ from: Angle; x: number; y: number }>({
      pick: (at) => ({ from: host.angle(), ...at }),
      move: ({ from, x, y }, at) =>
        host.look(within({ turn: from.turn - PER_PIXEL * (at.x - x), tilt: from.tilt + PER_PIXEL * (at.y - y) })),
      end: () => {},
      cancel: ({ from }) => host.look(from),
    });
  }

  readonly down = (event: PointerEvent): void => this.drag.down(event);

  readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (event.key === 'Home') this.host.reset();
    else if (!arrow) return;
    else {
      const { turn, tilt } = this.host.angle();
      const step = event.shiftKey ? 3 * PER_KEY : PER_KEY;
      this.host.look(within({ turn: turn + step * arrow[0], tilt: tilt + step * arrow[1] }));
    }
    event.preventDefault();
  };
}
