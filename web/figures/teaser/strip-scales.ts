import { type ScaleLinear, type ScaleLogarithmic, scaleLinear, scaleLog } from 'd3-scale';
import type { SolveResult } from '../../engine/types.ts';
import { logTicks } from '../../figure/drawing/axis.ts';
import type { Layout } from './layout.ts';
import type { Frame } from './run.ts';

/** The axes of the loss strip; the scrubber shares `steps`. */
export interface StripScales {
  readonly steps: ScaleLinear<number, number>;
  readonly loss: ScaleLogarithmic<number, number>;
}

/** 1, 2 or 5 times a power of ten, at least `steps`: the axis grows in leaps, not with every frame. */
export function roomyEnd(steps: number): number {
  const wanted = Math.max(steps, 100);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((factor) => factor * power).find((end) => end >= wanted) ?? 10 * power;
}

/**
 * The largest loss once the first fall from random weights is over: that fall would press all the rest into a few pixels,
 * and is cut off at the top of the strip as soon as it is a hundredth of it.
 */
function highAfterFall(frames: readonly Frame[], end: number): number {
  const losses = frames.filter(({ steps }, i) => steps >= end / 100 || i === frames.length - 1).map(({ loss }) => loss);
  return losses.reduce((a, b) => (Number.isFinite(b) ? Math.max(a, b) : a), 0);
}

/** An axis from `low` up to here has two numbers of the form 1, 2, 5 times a power of ten: one alone is no scale. */
const secondTick = (low: number): number => logTicks([low, low * 7])[1] * 1.05;

export function stripScales(frames: readonly Frame[], layout: Layout): StripScales {
  const values = frames
    .flatMap(({ loss, optimum }) => [loss, optimum?.result.objective ?? loss])
    .filter((value) => value > 0 && Number.isFinite(value));
  const low = (values.length ? Math.min(...values) : 1e-3) / 1.25;
  const { top, bottom } = layout.strip;
  const end = roomyEnd(frames.at(-1)?.steps ?? 0);
  return {
    steps: scaleLinear([0, end], [layout.left, layout.right]),
    loss: scaleLog([low, Math.max(highAfterFall(frames, end) * 1.15, secondTick(low))], [bottom, top]),
  };
}

/** Where a loss is on its axis: a logarithm goes no lower than just out of sight, and with all labels at 0 the optimum is 0. */
export const heightOf = ({ loss }: StripScales, value: number): number => loss(Math.max(value, loss.domain()[0] / 2));

const at = (scales: StripScales, steps: number, value: number): string =>
  `${scales.steps(steps).toFixed(1)},${heightOf(scales, value).toFixed(1)}`;

/** The loss at every key frame. */
export const lossPath = (frames: readonly Frame[], scales: StripScales): string =>
  `M${frames.map(({ steps, loss }) => at(scales, steps, loss)).join('L')}`;

type Level = (result: SolveResult) => number;

/** What is known of the optimum at every key frame: a level, with a stair where the data were moved. */
function levelPoints(frames: readonly Frame[], scales: StripScales, level: Level): string[] {
  return frames.flatMap(({ steps, optimum }, i) => {
    if (!optimum) return [];
    const next = frames[i + 1]?.steps ?? steps;
    const value = level(optimum.result);
    return [at(scales, steps, value), at(scales, next, value)];
  });
}

/** The same as a line, and on to the end of the axis. */
export function levelPath(frames: readonly Frame[], scales: StripScales, level: Level): string {
  const points = levelPoints(frames, scales, level);
  return points.length ? `M${points.join('L')}H${scales.steps.range()[1]}` : '';
}

/** Between the two lines: what training could still gain. */
export function gapPath(frames: readonly Frame[], scales: StripScales): string {
  const level = levelPoints(frames, scales, ({ objective }) => objective);
  if (!level.length) return '';
  return `${lossPath(frames, scales)}L${level.reverse().join('L')}z`;
}
