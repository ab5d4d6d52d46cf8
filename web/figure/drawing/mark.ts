import { nothing, svg, type TemplateResult } from 'lit';
import type { Position } from '../controls/drag.ts';
import type { MovableMarks } from '../controls/movable-marks.ts';

/** Which mark of a drawing is selected, and which is held by a hand. */
export type Selection = Pick<MovableMarks, 'selected' | 'held'>;

/** How a mark that the reader moves looks and what is said of it. */
export interface MarkLook {
  /** Its class, a role of the page's colours: `point`, `neuron`, ... */
  readonly name: string;
  readonly at: Position;
  readonly shape: TemplateResult;
  readonly label: string;
  /** What it stands for, read aloud. */
  readonly text: string;
  readonly now: number | string;
  readonly range?: readonly [least: number, most: number];
  /** The radius of the ring that shows that it can be moved, and of the reach of a pointer. */
  readonly ring?: number;
  readonly target?: number;
  /** Every mark of the drawing is a tab stop, not only the selected one. */
  readonly tabStop?: boolean;
  /** The number of the data point that it is, for words that speak of it. */
  readonly point?: number;
}

/** A mark that can be taken hold of: a target of 44 pixels, a ring, its shape; a slider to those who cannot see it. */
export function movableMark({ selected, held }: Selection, index: number, look: MarkLook): TemplateResult {
  const { name, at, shape, label, text, now, range, ring = 11, target = 22, tabStop, point } = look;
  return svg`<g class=${`${name} mark${held === index ? ' dragged' : ''}`} transform=${`translate(${at.x},${at.y})`} role="slider" data-index=${index}
      data-point=${point ?? nothing} tabindex=${tabStop || selected === index ? 0 : -1} aria-label=${label} aria-valuemin=${range?.[0] ?? nothing} aria-valuemax=${range?.[1] ?? nothing}
      aria-valuenow=${now} aria-valuetext=${text}>
    <circle class="target" r=${target} /><circle class="ring" r=${ring} />${shape}
  </g>`;
}
