import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface Range {
  min: number;
  max: number;
  /** Equal steps of the thumb multiply the value. */
  log?: boolean;
  /** Only whole numbers. */
  whole?: boolean;
}

/** Thumb positions: fine enough for a mouse, few enough for arrow keys. */
const POSITIONS = 120;

/** Two significant digits are what a thumb can choose. */
const tidy = (value: number, { whole }: Range): number =>
  whole && value < 10 ? Math.round(value) : Number(value.toPrecision(2));

export function valueAt(position: number, range: Range): number {
  const t = position / POSITIONS;
  const raw = range.log ? range.min * (range.max / range.min) ** t : range.min + t * (range.max - range.min);
  return Math.min(Math.max(tidy(raw, range), range.min), range.max);
}

export function positionOf(value: number, range: Range): number {
  const t = range.log
    ? Math.log(value / range.min) / Math.log(range.max / range.min)
    : (value - range.min) / (range.max - range.min);
  return Math.round(t * POSITIONS);
}

/** The next value above (+1) or below (-1): thumb positions that round to the same value are passed over. */
export function neighbouringValue(value: number, direction: number, range: Range): number {
  let position = positionOf(value, range);
  while (position >= 0 && position <= POSITIONS) {
    const next = valueAt(position, range);
    if ((next - value) * direction > 0) return next;
    position += direction;
  }
  return value;
}

const DIRECTIONS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

export interface Slider {
  name: string;
  /** The letter that stands for it in the article. */
  symbol?: string;
  value: number;
  range: Range;
  /** The value as it is shown. */
  shown: TemplateResult | string;
  /** The value as it is read aloud. */
  spoken: string;
  onInput(value: number): void;
}

/** A native range input with its name and its value above. */
export function slider({ name, symbol, value, range, shown, spoken, onInput }: Slider): TemplateResult {
  const input = (event: Event): void => {
    const next = valueAt((event.target as HTMLInputElement).valueAsNumber, range);
    if (next !== value) onInput(next);
  };
  const key = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const next = neighbouringValue(value, direction, range);
    if (next !== value) onInput(next);
  };
  return html`<label class="slider">
    <span class="slider-label">${name} <span class="letter">${symbol}</span></span>
    <span class="slider-value">${shown}</span>
    <input type="range" min="0" max=${POSITIONS} .valueAsNumber=${live(positionOf(value, range))} aria-label=${name} aria-valuetext=${spoken} @input=${input} @keydown=${key} />
  </label>`;
}
