import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeftLog, logTicks } from '../../lib/axis.ts';
import { spread } from '../../lib/label-layout.ts';
import { grouped, typeset } from '../../lib/number-format.ts';
import { numberSvg } from '../../lib/number-view.ts';
import type { Layout } from './layout.ts';
import type { Frame } from './run.ts';
import { gapPath, levelPoints, lossPath, type StripScales } from './strip-scales.ts';

function endLabels(frame: Frame, scales: StripScales, layout: Layout): TemplateResult {
  const { loss, optimum } = frame;
  const wanted = [scales.loss(loss), optimum ? scales.loss(optimum.result.objective) : layout.strip.bottom];
  const [network, best] = spread(wanted, 15, layout.strip.top + 4, layout.strip.bottom);
  const x = layout.right + 7;
  return svg`<text class="network-label" x=${x} y=${network + 4}>${numberSvg(typeset(loss))}</text>
    ${optimum ? svg`<text class="optimum-label" x=${x} y=${best + 4}>${numberSvg(typeset(optimum.result.objective))}</text>` : nothing}`;
}

/** Names the shaded band, where there is room to. */
function gapLabel(frames: readonly Frame[], scales: StripScales, layout: Layout): TemplateResult | typeof nothing {
  const middle = frames[Math.floor(frames.length / 2)];
  if (!middle?.optimum) return nothing;
  const [x, above, below] = [middle.steps, middle.loss, middle.optimum.result.objective];
  const [left, high, low] = [scales.steps(x), scales.loss(above), scales.loss(below)];
  if (low - high < 20 || left - layout.left < 70) return nothing;
  return svg`<text class="gap-label" x=${left} y=${(high + low) / 2 + 5} text-anchor="middle">what is left to gain</text>`;
}

function axes(scales: StripScales, { left, right, strip: { bottom } }: Layout): TemplateResult {
  const end = scales.steps.domain()[1];
  const format = (steps: number): string => (steps === end ? `${grouped(steps)} steps` : grouped(steps));
  return svg`${axisBottom({ scale: scales.steps, ticks: [0, end / 2, end], y: bottom, from: left, to: right, format })}
    ${axisLeftLog(scales.loss, logTicks(scales.loss.domain()), left)}`;
}

/** Loss of the descent over its steps, above the level that no network can pass. */
function trace(frames: readonly Frame[], shown: Frame, scales: StripScales, layout: Layout): TemplateResult {
  const { top, bottom } = layout.strip;
  const now = scales.steps(shown.steps);
  const level = levelPoints(frames, scales);
  const ahead = shown.optimum ? `L${layout.right},${scales.loss(shown.optimum.result.objective).toFixed(1)}` : '';
  return svg`${axes(scales, layout)}
    <g clip-path="url(#inside-strip)">
      <path class="gap" d=${gapPath(frames, scales)} />
      ${level.length ? svg`<path class="optimum" d=${`M${level.join('L')}${ahead}`} />` : nothing}
      <path class="network" d=${lossPath(frames, scales)} />
    </g>
    ${gapLabel(frames, scales, layout)}
    <line class="now" x1=${now} x2=${now} y1=${top} y2=${bottom} />
    <circle class="now-dot" cx=${now} cy=${Math.max(top, scales.loss(shown.loss))} r="4" />
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
    <clipPath id="inside-strip"><rect x=${left} y=${top} width=${right - left} height=${bottom - top + 1} /></clipPath>
    <rect class="grab" x=${left} y=${top} width=${right - left} height=${bottom - top} />
    <text class="quiet" x=${right - 4} y=${top + 6} text-anchor="end">loss</text>
    ${shown ? trace(frames, shown, scales, layout) : nothing}
  </svg>`;
}
