import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { grouped } from '../words/number-format.ts';

/** Something the reader did to the run. */
export interface ScrubberEvent {
  steps: number;
  kind: 'data' | 'setting';
  /** In words: "step size 0.050 → 0.010". */
  what: string;
}

export interface Scrubber {
  /** Where the run is, and where the film ends, in steps. */
  steps: number;
  end: number;
  /** Position of a step count on the film's axis, pixels of the drawing between 0 and `width`. */
  toPixel(steps: number): number;
  left: number;
  width: number;
  events: readonly ScrubberEvent[];
  onScrub(pixel: number): void;
  /** One key frame back (-1) or on (+1). */
  onNudge(direction: number): void;
}

const NUDGES: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** Drawings may be shown larger than they are drawn. */
const shown = (pixels: number): string => `calc(${pixels}px * var(--drawing, 1))`;

/** The film strip's handle: a native range input laid exactly under the strip's axis. */
export function scrubber(s: Scrubber): TemplateResult {
  const key = (event: KeyboardEvent): void => {
    const nudge = NUDGES[event.key];
    if (nudge === undefined) return;
    event.preventDefault();
    s.onNudge(nudge);
  };
  const input = (event: Event): void => s.onScrub((event.target as HTMLInputElement).valueAsNumber);
  const here = s.events.filter(({ steps }) => steps === s.steps).map(({ what }) => `, ${what}`);
  return html`<div class="scrubber" .style=${`margin-left:${shown(s.left)};width:${shown(s.width)}`}>
    <div class="scrubber-events" aria-hidden="true">
      ${s.events.map(({ steps, kind, what }) => html`<i class=${kind} .style=${`left:${shown(s.toPixel(steps))}`} title=${`step ${grouped(steps)}: ${what}`}></i>`)}
    </div>
    <input type="range" min="0" max=${s.width} step="any" .valueAsNumber=${live(s.toPixel(s.steps))} aria-label="Scrub through the run"
      aria-valuetext=${`step ${s.steps} of ${s.end}${here.join('')}`} title=${`step ${grouped(s.steps)}`} @input=${input} @keydown=${key} />
  </div>`;
}
