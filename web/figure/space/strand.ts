import type { Role } from '../drawing/page-colours.ts';
import type { Place } from './camera.ts';

/** How a line or, if it has one place only, a ball looks: pixels. */
export interface Look {
  readonly role: Role;
  readonly radius: number;
  /** Around it, so that it stands out from what it crosses. */
  readonly coat: Role;
  readonly coatRadius: number;
  /** Length of a dash, and from one to the next. */
  readonly dash?: readonly [number, number];
}

/** A line in space, or a ball, and how it looks. */
export interface Strand {
  readonly places: readonly Place[];
  readonly look: Look;
}
