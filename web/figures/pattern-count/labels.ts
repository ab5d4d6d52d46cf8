import type { PatternGrowth } from '../../engine/types.ts';
import type { Scale } from '../../figure/drawing/axis.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { CURVES, MOST, TOP } from './model.ts';

interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Wider than any letter on average, pixels. */
const LETTER = 6.6;
const LINE = 16;

/**
 * The names stand at the right, each at the height of its curve's end. The first curve to leave at the top has its name
 * there, before it where there is room, or after it where no other curve comes.
 */
export function labelPlaces(
  growth: PatternGrowth,
  x: Scale,
  y: Scale,
  area: { left: number; right: number; top: number; bottom: number },
): Label[] {
  const leaving = CURVES.map(({ key }) => growth[key].findIndex((log) => log > TOP));
  const ends = CURVES.map(({ key }) => y(growth[key][MOST - 1]));
  const gone = leaving.filter((i) => i >= 0);
  const early = leaving.indexOf(Math.min(...gone));
  const end = x(leaving[early] + 1);
  const before = end - 24 - LETTER * CURVES[early]?.name.length > area.left;
  const atTop = early >= 0 && (before || gone.length === 1) ? early : -1;
  const others = CURVES.map((_, k) => k).filter((k) => k !== atTop);
  const rows = spread(
    others.map((k) => ends[k]),
    LINE,
    area.top + 4,
    area.bottom - 4,
  );
  return CURVES.map((_, k): Label => {
    if (k !== atTop) return { x: area.right + 8, y: rows[others.indexOf(k)], anchor: 'start' };
    return { x: before ? end - 16 : end + 8, y: area.top + 4, anchor: before ? 'end' : 'start' };
  });
}
