/** What a view of the figure needs of it: what is set in its place, how wide to draw, and to be drawn again. */
export interface Stage<S> {
  state(): S;
  width(): number;
  change(change: Partial<S>): void;
  focus(index: number): void;
  redraw(): void;
}
