import { scaleLinear } from 'd3-scale';
import { type Answer, MOST, N } from './model.ts';

/** The square begins a little before angle 0, so that what is gathered there is drawn whole, radians. */
const CLOSEST = -0.35;

export type Layout = ReturnType<typeof layoutFor>;

/** Output against labels, the neurons between two directions, and the loss: side by side, or one under the other. */
export function layoutFor(width: number, { steps, prophecy }: Pick<Answer, 'steps' | 'prophecy'>) {
  const stacked = width < 760;
  const left = 44;
  const high = stacked ? 170 : 270;
  const third = stacked ? width : Math.round(width * 0.3);
  const bars = { left, right: third - 12, top: 38, bottom: 38 + high };
  const side = stacked ? Math.min(width - 150, 190) : Math.min(Math.round(width * 0.24), high);
  const plane = {
    left: stacked ? left + 14 : third + 62,
    top: stacked ? bars.bottom + 62 : 38,
    side,
  };
  const stripTop = stacked ? plane.top + side + 76 : 38;
  const strip = {
    left: stacked ? left : plane.left + side + 74,
    right: width - (stacked ? 92 : 116),
    top: stripTop,
    bottom: stripTop + (stacked ? 120 : high),
  };
  const gap = (bars.right - bars.left) / N;
  return {
    width,
    stacked,
    height: strip.bottom + 40,
    bars,
    plane,
    strip,
    /** The middle of the bar of a point, and half its width. */
    column: (j: number): number => bars.left + gap * (j + 0.5),
    half: Math.min(gap * 0.3, 16),
    y: scaleLinear([-MOST, MOST], [bars.bottom, bars.top]),
    toPositive: scaleLinear([CLOSEST, Math.PI], [plane.left, plane.left + side]),
    toNegative: scaleLinear([CLOSEST, Math.PI], [plane.top + side, plane.top]),
    step: scaleLinear([0, steps], [strip.left, strip.right]).clamp(true),
    loss: scaleLinear([0, Math.max(1.06 * prophecy.levels[0].loss, 1e-6)], [strip.bottom, strip.top]),
  };
}
