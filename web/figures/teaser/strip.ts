import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeftLog, logTicks } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { grouped, typeset } from '../../figure/words/number-format.ts';
import { numberSvg } from '../../figure/words/number-view.ts';
import { gapLabel } from './gap-label.ts';
import type { Layout } from './layout.ts';
import type { Frame } from './run.ts';
import { gapPath, heightOf, levelPath, lossPath, type StripScales } from './strip-scales.ts';

function endLabels(frame: Frame, scales: StripScales, layout: Layout): TemplateResult {
  const { loss, optimum } = frame;
  const wanted = [heightOf(scales, loss), optimum ? heightOf(scales, optimum.result.objective) : layout.strip.bottom];
  const [network, best] = spread(wanted, 15, layout.strip.top + 4, layout.strip.bottom);
  const x = layout.right + 7;
  return svg`<text class="network-label" x=${x} y=${network + 4}>${numberSvg(typeset(loss))}</text>
    ${optimum ? svg`<text class="optimum-label" x=${x} y=${best + 4}>${numberSvg(typeset(optimum.result.objective))}</text>` : nothing}`;
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
  const level = levelPath(frames, scales, (optimum) => optimum.objective);
  const bound = levelPath(frames, scales, (optimum) => optimum.lowerBound);
  return svg`${axes(scales, layout)}
    <g clip-path="url(#inside-strip)">
      <path class="gap" d=${gapPath(frames, scales)} />
      <path class="optimum" d=${level} />
      <path class="bound" d=${bound}><title>Proven lower bound: no network of any width has a loss below it</title></path>
      <path class="network" d=${lossPath(frames, scales)} />
    </g>
    ${gapLabel(frames, scales, layout, now)}
    <line class="now" x1=${now} x2=${now} y1=${top} y2=${bottom} />
    <circle class="now-dot" cx=${now} cy=${Math.max(top, heightOf(scales, shown.loss))} r="4" />
    ${endLabels(shown, scales, layout)}`;
}

const NAME =
  'Loss over the steps, on a log scale: the network in blue, the optimum in amber, dashed on it the proven lower bound';

/** The whole strip. */
export function strip(
  frames: readonly Frame[],
  shown: Frame,
  scales: StripScales,
  layout: Layout,
  onDown: (event: PointerEvent) => void,
): TemplateResult {
  const { width, left, right } = layout;
  const { height, top, bottom } = layout.strip;
  return svg`<svg class="drawing strip" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${NAME} @pointerdown=${onDown}>
    ${clip('inside-strip', { left, right, top, bottom }, 0, 1)}
    <rect class="grab" x=${left} y=${top} width=${right - left} height=${bottom - top} />
    <text class="quiet" x=${left} y=${top - 11}>loss (log scale)</text>
    ${trace(frames, shown, scales, layout)}
  </svg>`;
}
