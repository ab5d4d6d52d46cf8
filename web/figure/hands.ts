import type { Position } from './controls/drag.ts';
import { Drag } from './controls/drag.ts';
import { MovableMarks } from './controls/movable-marks.ts';
import type { Declaration, Hands, Mark, Part, View } from './declaration.ts';

/** What the hands need of their figure. */
interface Handled<State extends object, Answer, Parts> {
  /** Null as long as there is no picture. */
  view(): View<State, Answer, Parts> | null;
  /** Puts the focus on the element with this data-index. */
  focus(index: number): void;
  redraw(): void;
  /** A mark was moved, perhaps for the first time. */
  touched(): void;
}

type Declared<State extends object, Answer, Parts extends object | undefined> = Pick<
  Declaration<State, Answer, Parts>,
  'marks' | 'scrub'
>;

/** The marks of a declared figure, and the strip along which it is scrubbed, as hands and keys move them. */
export class FigureHands<State extends object, Answer, Parts extends object | undefined> implements Hands {
  readonly marks: MovableMarks;
  private readonly strip: Drag<true>;

  constructor(
    private readonly declared: Declared<State, Answer, Parts>,
    private readonly figure: Handled<State, Answer, Parts>,
  ) {
    this.marks = new MovableMarks({
      places: () => this.places(),
      moveTo: (index, at, byHand) => this.change(this.places()[index]?.move(at, byHand), byHand),
      keep: () => this.keep(),
      focus: (index) => figure.focus(this.places()[index]?.index ?? index),
      nudge: (index) => bothWays(this.places()[index]?.nudge),
      goHome: (index) => this.goHome(index),
      order: () => this.order(),
      markOf: (element) => this.markOf(element),
      taken: (byHand) => this.withView((view) => declared.marks?.taken?.(view, byHand)),
      holding: (index) => this.holding(index),
    });
    this.strip = new Drag<true>({
      pick: (at) => (this.scrub(at) ? true : null),
      move: (_, at) => void this.scrub(at),
      end: () => {},
      cancel: () => {},
    });
  }

  readonly down = (event: PointerEvent): void => {
    this.marks.down(event);
    if (this.marks.held === null) this.strip.down(event);
    if (!event.defaultPrevented) this.part?.down?.(event);
  };

  readonly touch = (event: TouchEvent): void => this.marks.touch(event);

  readonly key = (event: KeyboardEvent): void => {
    if (this.part?.key?.(event)) return;
    this.marks.key(event);
  };

  private get part(): Part | undefined {
    return this.figure.view()?.parts as Part | undefined;
  }

  private withView(work: (view: View<State, Answer, Parts>) => void): void {
    const view = this.figure.view();
    if (view) work(view);
  }

  private places(): readonly Mark<State>[] {
    const view = this.figure.view();
    return (view && this.declared.marks?.places(view)) ?? [];
  }

  private change(change: Partial<State> | undefined, byHand: boolean): void {
    if (!change) return;
    this.withView((view) => {
      view.change(change);
      this.figure.touched();
      this.declared.marks?.moved?.(view, byHand);
    });
  }

  private keep(): () => void {
    const view = this.figure.view();
    const kept = view && (this.declared.marks?.keeps?.(view) ?? keptOf(view));
    return () => this.change(kept ?? undefined, this.marks.held !== null);
  }

  private goHome(index: number): boolean {
    const { home } = this.places()[index] ?? {};
    if (!home) return false;
    this.withView((view) => this.declared.marks?.taken?.(view, false));
    this.change(this.places()[index]?.home?.(), false);
    return true;
  }

  private order(): readonly number[] {
    const view = this.figure.view();
    return (view && this.declared.marks?.order?.(view)) ?? this.places().map((_, index) => index);
  }

  private markOf(element: Element): number | null {
    const name = element.closest('[data-index]')?.getAttribute('data-index');
    if (name === null || name === undefined) return null;
    const index = this.places().findIndex((mark, k) => (mark.index ?? k) === Number(name));
    return index < 0 ? null : index;
  }

  private holding(index: number | null): void {
    this.withView((view) => this.declared.marks?.held?.(view, index));
    this.figure.redraw();
  }

  private scrub(at: Position): boolean {
    const view = this.figure.view();
    return (view && this.declared.scrub?.(view, at)) ?? false;
  }
}

const bothWays = (nudge: number | Position | undefined): Position | undefined =>
  typeof nudge === 'number' ? { x: nudge, y: nudge } : nudge;

/** All that is set but how the reader looks at it. */
function keptOf<State extends object>({ set, table }: View<State, unknown, unknown>): Partial<State> {
  const names = (Object.keys(table.fields) as (keyof State)[]).filter((name) => !table.fields[name].looks);
  return Object.fromEntries(names.map((name) => [name, set[name]])) as Partial<State>;
}
