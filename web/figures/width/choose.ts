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

/** So many pixels of a pull are a step to the next width, or to the next loss of the same width. */
const PULL = { x: 24, y: 14 };

/** The ring, which is pulled from where it was taken: dots may lie far apart, and a finger would cover them. */
export class Ring {
  private taken: number | null = null;

  /** A hand takes it at a training, or lets go. */
  take(run: number | null): void {
    this.taken = run;
  }

  pulled(study: Study, layout: Layout, to: Position): Trained {
    const from = this.taken === null ? nearest(study, layout, to).one : chosenOf(study, this.taken);
    const { x, y } = layout.at(from);
    const sideways = neighbour(study, from, Math.trunc((to.x - x) / PULL.x), 0);
    return neighbour(study, sideways, 0, Math.trunc((y - to.y) / PULL.y));
  }
}

const between = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** So many widths further, where the rank among the trainings of a width is kept, and so many losses up among those of one width. */
export function neighbour(study: Study, from: Trained, across: number, up: number): Trained {
  const columns = WIDTHS.map((width) =>
    study.done.filter((one) => one.width === width).sort((a, b) => a.ratio - b.ratio || a.seed - b.seed),
  ).filter((column) => column.length > 0);
  const own = columns.findIndex(([{ width }]) => width === from.width);
  const column = columns[between(own + across, columns.length - 1)];
  return column[between(columns[own].indexOf(from) + up, column.length - 1)];
}
