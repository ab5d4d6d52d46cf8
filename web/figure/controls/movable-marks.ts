import { Drag, type Position } from './drag.ts';

/** How near to a mark a pointer must be, pixels: a target of 44. */
const REACH = 22;
/** What an arrow key moves, pixels; with shift five times as much. */
const NUDGE = 4;

const ARROWS: Record<string, Position> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const NEIGHBOURS: Record<string, number> = { PageDown: 1, ']': 1, PageUp: -1, '[': -1 };

export interface MarksHost {
  /** Where the marks are, in CSS pixels from the corner of their drawing. */
  places(): readonly Position[];
  /** The reader wants a mark there; the figure decides where it may be. */
  moveTo(index: number, at: Position, byHand: boolean): void;
  /** What the marks stand for, as it is now: the function puts it back. Places would not do, the drawing may get another width. */
  keep(): () => void;
  /** Puts the focus on a mark. */
  focus(index: number): void;
  /** What an arrow key moves this mark, pixels, where that is not a small step. */
  nudge?(index: number): Position | undefined;
  /** Puts a mark where it came from. @returns false where it came from nowhere */
  goHome?(index: number): boolean;
  /** The numbers of the marks in the order in which keys visit them. */
  order?(): readonly number[];
  /** The mark that an element of the drawing belongs to. */
  markOf?(element: Element): number | null;
  /** A mark is about to be moved. */
  taken?(byHand: boolean): void;
  /** A drag begins or is over. */
  holding?(index: number | null): void;
}

/**
 * Marks that the reader moves, by pointer, touch or keys: arrows move the selected one (shift: further), page keys or brackets
 * choose another, Escape puts it back where it was. One mark is selected: the one tab stop of the drawing.
 */
export class MovableMarks {
  held: number | null = null;
  private chosen = 0;
  private readonly host: MarksHost;
  private undoKeys: (() => void) | null = null;
  private readonly drag = new Drag<{ index: number; putBack: () => void; offset: Position }>({
    pick: (at) => this.pick(at),
    move: ({ index, offset }, at) => this.host.moveTo(index, { x: at.x + offset.x, y: at.y + offset.y }, true),
    end: () => this.hold(null),
    cancel: ({ putBack }) => {
      putBack();
      this.hold(null);
    },
  });

  constructor(host: MarksHost) {
    this.host = host;
  }

  /** One that is there: marks may go with another state. */
  get selected(): number {
    return Math.max(0, Math.min(this.chosen, this.host.places().length - 1));
  }

  readonly down = (event: PointerEvent): void => this.drag.down(event);
  readonly touch = (event: TouchEvent): void => this.drag.touch(event);

  readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || this.held !== null) return;
    this.selectFocused(event);
    if (this.obey(event)) event.preventDefault();
  };

  /** @returns whether the key was one of ours */
  private obey({ key, shiftKey }: KeyboardEvent): boolean {
    const at = this.host.places()[this.selected];
    if (!at) return false;
    if (ARROWS[key]) this.step(at, ARROWS[key], shiftKey ? 5 : 1);
    else if (NEIGHBOURS[key]) this.selectNeighbour(NEIGHBOURS[key]);
    else if (key === 'Escape' && this.undoKeys) this.undo(this.undoKeys);
    else if (key === 'Home') return this.host.goHome?.(this.selected) ?? false;
    else return false;
    return true;
  }

  private step(at: Position, towards: Position, times: number): void {
    this.host.taken?.(false);
    this.undoKeys ??= this.host.keep();
    const { x, y } = this.host.nudge?.(this.selected) ?? { x: NUDGE, y: NUDGE };
    const to = { x: at.x + towards.x * x * times, y: at.y + towards.y * y * times };
    this.host.moveTo(this.selected, to, false);
  }

  private undo(putBack: () => void): void {
    this.host.taken?.(false);
    putBack();
  }

  private selectNeighbour(offset: number): void {
    const order = this.host.order?.() ?? this.host.places().map((_, index) => index);
    this.select(order[(order.indexOf(this.selected) + offset + order.length) % order.length]);
  }

  /** A mark was taken away or added. */
  keepWithin(count: number): void {
    this.chosen = Math.max(0, Math.min(this.chosen, count - 1));
  }

  select(index: number): void {
    this.chosen = index;
    this.undoKeys = null;
    this.host.focus(index);
  }

  /** A screen reader may put the focus on a mark that is not the selected one. */
  private selectFocused(event: KeyboardEvent): void {
    const index = this.host.markOf?.(event.target as Element) ?? this.selected;
    if (index !== this.selected && this.host.places()[index]) this.select(index);
  }

  private pick(at: Position) {
    const places = this.host.places();
    const distance = (place: Position): number => Math.hypot(place.x - at.x, place.y - at.y);
    const index = places.reduce((best, place, i) => (distance(place) < distance(places[best]) ? i : best), 0);
    const from = places[index];
    if (!from || distance(from) > REACH) return null;
    this.host.taken?.(true);
    this.hold(index);
    this.select(index);
    return { index, putBack: this.host.keep(), offset: { x: from.x - at.x, y: from.y - at.y } };
  }

  private hold(index: number | null): void {
    this.held = index;
    this.host.holding?.(index);
  }
}
