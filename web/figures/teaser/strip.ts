import { type ScaleLinear, type ScaleLogarithmic, scaleLinear, scaleLog } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeftPowers } from '../../lib/axis.ts';
import { spread } from '../../lib/label-layout.ts';
import { grouped, typeset } from '../../lib/number-format.ts';
import { numberSvg } from '../../lib/number-view.ts';
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

export function stripScales(frames: readonly Frame[], layout: Layout): StripScales {
  const values = frames
    .flatMap(({ loss, optimum }) => [loss, optimum?.result.objective ?? loss])
    .filter((value) => value > 0 && Number.isFinite(value));
  const low = values.length ? Math.min(...values) : 1e-3;
  const high = values.length ? Math.max(...values) : 1;
  const { top, bottom } = layout.strip;
  return {
    steps: scaleLinear([0, roomyEnd(frames.at(-1)?.steps ?? 0)], [layout.left, layout.right]),
    loss: scaleLog([low / 1.6, Math.max(high, low * 4)], [bottom, top]),
  };
}

const at = (scales: StripScales, steps: number, value: number): string =>
  `${scales.steps(steps).toFixed(1)},${scales.loss(value).toFixed(1)}`;

/** The loss at every key frame. */
export const lossPath = (frames: readonly Frame[], scales: StripScales): string =>
  `M${frames.map(({ steps, loss }) => at(scales, steps, loss)).join('L')}`;

/** The optimum at every key frame: a level, with a stair where the data were moved. */
export function levelPoints(frames: readonly Frame[], scales: StripScales): string[] {
  return frames.flatMap(({ steps, optimum }, i) => {
    if (!optimum) return [];
    const next = frames[i + 1]?.steps ?? steps;
    const value = optimum.result.objective;
    return [at(scales, steps, value), at(scales, next, value)];
  });
}

/** Between the two lines: what training could still gain. */
export function gapPath(frames: readonly Frame[], scales: StripScales): string {
  const level = levelPoints(frames, scales);
  if (!level.length) return '';
  return `${lossPath(frames, scales)}L${level.reverse().join('L')}z`;
}

function decades([low, high]: number[]): number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(low)); power <= Math.log10(high); power++) powers.push(power);
  return powers.length > 4
    ? powers.filter((power) => (power - powers[0]) % Math.ceil(powers.length / 4) === 0)
    : powers;
}

function endLabels(frame: Frame, scales: StripScales, layout: Layout): TemplateResult {
  const { loss, optimum } = frame;
  const wanted = [scales.loss(loss), optimum ? scales.loss(optimum.result.objective) : layout.strip.bottom];
  const [network, best] = spread(wanted, 15, layout.strip.top + 4, layout.strip.bottom);
  const x = layout.right + 7;
  return svg`<text class="network-label" x=${x} y=${network + 4}>${numberSvg(typeset(loss))}</text>
    ${optimum ? svg`<text class="optimum-label" x=${x} y=${best + 4}>${numberSvg(typeset(optimum.result.objective))}</text>` : nothing}`;
}

/** Loss of the descent over its steps, above the level that no network can pass. */
function trace(frames: readonly Frame[], shown: Frame, scales: StripScales, layout: Layout): TemplateResult {
  const { left, right } = layout;
  const { top, bottom } = layout.strip;
  const now = scales.steps(shown.steps);
  const end = scales.steps.domain()[1];
  const level = levelPoints(frames, scales);
  const ahead = shown.optimum ? `L${right},${scales.loss(shown.optimum.result.objective).toFixed(1)}` : '';
  return svg`${axisBottom({ scale: scales.steps, ticks: [0, end / 2, end], y: bottom, from: left, to: right, format: (steps) => (steps === end ? `${grouped(steps)} steps` : grouped(steps)) })}
    ${axisLeftPowers(scales.loss, decades(scales.loss.domain()), left)}
    <path class="gap" d=${gapPath(frames, scales)} />
    ${level.length ? svg`<path class="optimum" d=${`M${level.join('L')}${ahead}`} />` : nothing}
    <path class="network" d=${lossPath(frames, scales)} />
    <line class="now" x1=${now} x2=${now} y1=${top} y2=${bottom} />
    <circle class="now-dot" cx=${now} cy=${scales.loss(shown.loss)} r="4" />
    ${endLabels(shown, scales, layout)}`;
}

/** The whole strip; empty, but as high, before the first frame. */
export function strip(
  frames: readonly Frame[],
  shown: Frame | undefined,
  scales: StripScales,
  layout: Layout,
  onDown: (event: PointerEvent) => void,
): TemplateResult {
  const { width, left, right } = layout;
  const { height, top, bottom } = layout.strip;
  return svg`<svg class="strip" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true" @pointerdown=${onDown}>
    <rect class="grab" x=${left} y=${top} width=${right - left} height=${bottom - top} />
    <text class="quiet" x=${left + 6} y=${top + 4}>loss</text>
    ${shown ? trace(frames, shown, scales, layout) : nothing}
  </svg>`;
}
