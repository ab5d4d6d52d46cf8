import { Drag, type Position } from '../../figure/controls/drag.ts';
import { keyCommand } from './keys.ts';
import type { Layout } from './layout.ts';
import { leftToRight, movePoint, type Point, type State, withPoints } from './model.ts';
import type { Session } from './session.ts';

/** How near to a point a pointer must be, pixels: a target of 44. */
const REACH = 22;

interface Grip {
  index: number;
  before: State;
  /** From the pointer to the point: it does not jump when it is picked up. */
  offset: Position;
}

/** Moves the points, by pointer and by keys. One point is selected: the one tab stop of the plot. */
export class Hands {
  selected = 0;
  private beforeKeys: readonly Point[] | null = null;
  private readonly drag = new Drag<Grip>({
    pick: (at) => this.pick(at),
    move: ({ index, offset }, at) => this.dragTo(index, { x: at.x + offset.x, y: at.y + offset.y }),
    end: () => this.letGo(null),
    cancel: ({ before }) => this.letGo(before),
  });

  constructor(
    private readonly session: Session,
    private readonly host: {
      layout(): Layout;
      /** Puts the focus on the selected point. */
      focus(index: number): void;
      /** A point was moved. */
      moved(): void;
    },
  ) {}

  get dragged(): number | null {
    return this.session.holding ? this.selected : null;
  }

  readonly down = (event: PointerEvent): void => this.drag.down(event);

  readonly touch = (event: TouchEvent): void => this.drag.touch(event);

  readonly key = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey || event.altKey ? null : keyCommand(event);
    if (!command || !this.session.state || this.session.holding) return;
    event.preventDefault();
    if (command.kind === 'select') {
      this.selectNeighbour(command.offset);
      return;
    }
    this.session.takeOver();
    const { points } = this.session;
    this.beforeKeys ??= points;
    const at = points[this.selected];
    if (command.kind === 'move') this.moveTo({ x: at.x + command.by.x, y: at.y + command.by.y });
    else this.moveTo((command.kind === 'home' ? this.session.original : this.beforeKeys)[this.selected] ?? at);
  };

  private pick(at: Position): Grip | null {
    const { x, y } = this.host.layout();
    const { points } = this.session;
    const distance = (p: Point): number => Math.hypot(x(p.x) - at.x, y(p.y) - at.y);
    const index = points.reduce((best, p, i) => (distance(p) < distance(points[best]) ? i : best), 0);
    const picked = points[index];
    if (!picked || distance(picked) > REACH) return null;
    this.session.takeOver();
    this.session.holding = true;
    this.select(index);
    return {
      index,
      before: this.session.state as State,
      offset: { x: x(picked.x) - at.x, y: y(picked.y) - at.y },
    };
  }

  private dragTo(index: number, at: Position): void {
    const { x, y } = this.host.layout();
    const to = { x: x.invert(at.x), y: y.invert(at.y) };
    this.session.put(movePoint(this.session.state as State, index, to));
    this.host.moved();
    this.session.frame(performance.now()); // at once, not at the next frame
  }

  /** The drag is over: the data as they are, or as they were. */
  private letGo(before: State | null): void {
    this.session.holding = false;
    const state = this.session.state as State;
    this.session.put(before ? withPoints(state, before.points) : state);
  }

  private moveTo(to: Point): void {
    this.session.put(movePoint(this.session.state as State, this.selected, to));
    this.session.trainBriefly();
    this.host.moved();
  }

  private select(index: number): void {
    this.selected = index;
    this.beforeKeys = null;
    this.host.focus(index);
  }

  private selectNeighbour(offset: number): void {
    const order = leftToRight(this.session.points);
    this.select(order[(order.indexOf(this.selected) + offset + order.length) % order.length]);
  }
}
