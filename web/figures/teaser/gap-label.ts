import { nothing, svg, type TemplateResult } from 'lit';
import type { Layout } from './layout.ts';
import type { Frame } from './run.ts';
import { heightOf, type StripScales } from './strip-scales.ts';

/** Room for the words, pixels, generous: half their width, and their height with some air. */
const HALF = 72;
const HEIGHT = 26;
/** Between two places that are tried, pixels. */
const STRIDE = 24;

/** The free band between the two lines over a stretch of the strip: what is nearest from above, and from below. */
function band(
  frames: readonly Frame[],
  scales: StripScales,
  from: number,
  to: number,
): { top: number; bottom: number } {
  const free = { top: scales.loss.range()[1], bottom: scales.loss.range()[0] };
  frames.forEach(({ steps, loss, optimum }, i) => {
    // A line reaches on to its neighbours: they count when the stretch begins or ends between them.
    const begins = scales.steps(frames[Math.max(i - 1, 0)].steps);
    const ends = scales.steps(frames[i + 1]?.steps ?? steps);
    if (ends < from || begins > to) return;
    free.top = Math.max(free.top, heightOf(scales, loss));
    if (optimum) free.bottom = Math.min(free.bottom, heightOf(scales, optimum.result.objective));
  });
  return free;
}

/** The places where the words could stand, from the middle of the run outwards. */
function places(left: number, right: number): number[] {
  const middle = (left + right) / 2;
  const count = Math.floor(((right - left) / 2 - HALF) / STRIDE);
  const offsets = Array.from({ length: Math.max(count, 0) }, (_, k) => (k + 1) * STRIDE);
  return right - left < 2 * HALF ? [] : [middle, ...offsets.flatMap((d) => [middle - d, middle + d])];
}

/** Where the words fit without touching a line or the cursor, or null. */
export function gapPlace(
  frames: readonly Frame[],
  scales: StripScales,
  layout: Layout,
  now: number,
): { x: number; y: number } | null {
  const end = scales.steps(frames.at(-1)?.steps ?? 0);
  for (const x of places(layout.left, end)) {
    if (now < end && Math.abs(x - now) < HALF) continue;
    const { top, bottom } = band(frames, scales, x - HALF, x + HALF);
    if (bottom - top >= HEIGHT) return { x, y: (top + bottom) / 2 };
  }
  return null;
}

/** Names the shaded band, where there is room to. */
export function gapLabel(
  frames: readonly Frame[],
  scales: StripScales,
  layout: Layout,
  now: number,
): TemplateResult | typeof nothing {
  if (!frames[0]?.optimum) return nothing;
  const at = gapPlace(frames, scales, layout, now);
  if (!at) return nothing;
  return svg`<text class="gap-label" x=${at.x} y=${at.y + 5} text-anchor="middle">what is left to gain</text>`;
}
