import { ticks } from 'd3-array';

/**
 * From values to pixels and back. d3-scale does this and much more: colours, dates, formats, which every reader would
 * download before the first figure.
 */
export interface Scale {
  (value: number): number;
  invert(pixel: number): number;
  domain(): Interval;
  range(): Interval;
}

export interface LinearScale extends Scale {
  /** About so many round numbers of the domain. */
  ticks(count: number): number[];
  /** The same, but for values and pixels beyond its ends, which it takes for the ends. */
  clamp(on: boolean): LinearScale;
}

export type Interval = readonly [number, number];

type Map = (value: number) => number;

const same: Map = (value) => value;
const within: Map = (t) => Math.min(1, Math.max(0, t));

/** The share of the way from a to b; the middle where there is no way. */
const share = ([a, b]: Interval, x: number): number => (a === b ? 0.5 : (x - a) / (b - a));
const between = ([a, b]: Interval, t: number): number => a * (1 - t) + b * t;

/** Linear in `bend` of the value. */
function bent(domain: Interval, range: Interval, bend: Map, unbend: Map, limit: Map): Scale {
  const ends: Interval = [bend(domain[0]), bend(domain[1])];
  const to = (value: number): number => between(range, limit(share(ends, bend(value))));
  return Object.assign(to, {
    invert: (pixel: number) => unbend(between(ends, limit(share(range, pixel)))),
    domain: () => domain,
    range: () => range,
  });
}

export function scaleLinear(domain: Interval, range: Interval, limit: Map = same): LinearScale {
  return Object.assign(bent(domain, range, same, same, limit), {
    ticks: (count: number) => ticks(domain[0], domain[1], count),
    clamp: (on: boolean) => scaleLinear(domain, range, on ? within : same),
  });
}

/** Of positive values. */
export const scaleLog = (domain: Interval, range: Interval): Scale => bent(domain, range, Math.log, Math.exp, same);
