import type { Position } from '../../figure/controls/drag.ts';
import type { Layout } from './layout.ts';
import { WIDTHS } from './model.ts';
import type { Study, Trained } from './study.ts';

/** The training on show. One that a link asks for may not be done yet: the first that was done stands in for it. */
export const chosenOf = (study: Study, run: number): Trained =>
  study.trained[run] ?? (study.trained[study.state.chosen] as Trained);

/** The dot nearest to a place of the drawing, and how far it is, pixels. */
export function nearest(study: Study, layout: Layout, to: Position): { one: Trained; distance: number } {
  const all = study.done.map((one) => {
    const { x, y } = layout.at(one);
    return { one, distance: Math.hypot(x - to.x, y - to.y) };
  });
  return all.reduce((best, other) => (other.distance < best.distance ? other : best));
}

/** By keys: sideways to the next width, where the rank among its trainings is kept; up and down to the next loss of the same width. */
export function neighbour(study: Study, from: Trained, across: number, up: number): Trained {
  const ranked = (width: number): Trained[] =>
    study.done.filter((one) => one.width === width).sort((a, b) => a.ratio - b.ratio || a.seed - b.seed);
  const own = ranked(from.width);
  const rank = own.indexOf(from);
  if (across === 0) return own[Math.min(Math.max(rank + up, 0), own.length - 1)];
  const widths = WIDTHS.filter((width) => ranked(width).length > 0);
  const at = widths.indexOf(from.width as (typeof WIDTHS)[number]) + across;
  const column = ranked(widths[Math.min(Math.max(at, 0), widths.length - 1)]);
  return column[Math.min(rank, column.length - 1)];
}
