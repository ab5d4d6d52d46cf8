import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { cross } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { beyond } from './beyond.ts';
import type { Layout } from './layout.ts';
import { curvePath, largestWeight, neuronsPath } from './marks.ts';
import { type Point, view } from './model.ts';
import type { Frame } from './run.ts';

/** What the plot shows besides the frame. */
export interface PlotUi {
  readonly points: readonly Point[];
  readonly selected: number;
  readonly dragged: number | null;
  readonly hint: boolean;
}

/** What moves the points. */
export interface PlotHands {
  down(event: PointerEvent): void;
  touch(event: TouchEvent): void;
  key(event: KeyboardEvent): void;
}

function point({ x, y }: Point, i: number, ui: PlotUi, layout: Layout): TemplateResult {
  const state = ui.dragged === i ? 'point dragged' : 'point';
  const words = `x ${spoken(x, 2)}, y ${spoken(y, 2)}`;
  return svg`<g class=${state} transform=${`translate(${layout.x(x)},${layout.y(y)})`} role="slider" data-index=${i}
      tabindex=${ui.selected === i ? 0 : -1} aria-label=${`Data point ${i + 1} of ${ui.points.length}`} aria-roledescription="movable point"
      aria-valuemin=${view.y[0]} aria-valuemax=${view.y[1]} aria-valuenow=${Number(y.toFixed(3))} aria-valuetext=${words}>
    <circle class="target" r="22" /><circle class="ring" r="11" /><path d=${cross(5)} />
  </g>`;
}

/** Room for the words of the hint and its arrow, from their point. */
const HINT = { width: 112, height: 48 };

/** Told once, beside a point near the middle: right above it, or where there is room. */
function dragHint(ui: PlotUi, layout: Layout): TemplateResult | typeof nothing {
  const at = ui.points[Math.min(4, ui.points.length - 1)];
  if (!ui.hint || !at) return nothing;
  const [x, y] = [layout.x(at.x), layout.y(at.y)];
  const right = x + HINT.width < layout.width ? 1 : -1;
  const up = y > HINT.height ? 1 : -1;
  return svg`<g class="hint" data-screen-only aria-hidden="true">
    <path transform=${`translate(${x},${y}) scale(${right},${up})`} d="M27,-33q-14,1 -18,17m-3.5,-5l3,6.5l6,-3.5" />
    <text x=${x + 32 * right} y=${y - 34 * up + 5} text-anchor=${right > 0 ? 'start' : 'end'}>drag me</text>
  </g>`;
}

/** Where a line has gone that ends outside the plot. */
const leaving = (y: number, { plot: { top, bottom } }: Layout): string =>
  y < top ? '\u202f\u2191' : y > bottom ? '\u202f\u2193' : '';

/** Names at the right end of the lines, kept apart where the lines meet. */
function labels(frame: Frame, layout: Layout): TemplateResult {
  const end = (curve: { y: Float64Array }): number => layout.y(curve.y[curve.y.length - 1]);
  const { optimum } = frame;
  const [network, best] = spread(
    [end(frame.curve), optimum ? end(optimum.curve) : layout.plot.top],
    16,
    layout.plot.top + 6,
    layout.plot.bottom - 8,
  );
  const x = layout.right + 7;
  return svg`<text class="network-label" x=${x} y=${network + 4}>network${leaving(end(frame.curve), layout)}</text>
    ${optimum ? svg`<text class="optimum-label" x=${x} y=${best + 4}>optimum${leaving(end(optimum.curve), layout)}</text>` : nothing}`;
}

function band(frame: Frame, layout: Layout): TemplateResult {
  const { optimum, neurons } = frame;
  const largest = largestWeight(optimum?.neurons, neurons);
  const { top, middle } = layout.band;
  const x = layout.right + 7;
  return svg`<g class="band">
    <line class="frame-line" x1=${layout.left} x2=${layout.right} y1=${top} y2=${top} />
    <line class="middle-line" x1=${layout.left} x2=${layout.right} y1=${middle} y2=${middle} />
    <path class="neurons" d=${neuronsPath(neurons, largest, layout)} />
    ${optimum ? svg`<path class="optimum-neurons" d=${neuronsPath(optimum.neurons, largest, layout)} />` : nothing}
    ${beyond(frame, layout)}
    <text class="quiet" x=${x} y=${middle - 10}>push up</text>
    <text class="quiet" x=${x} y=${middle + 18}>push down</text>
  </g>`;
}

const TICKS_X = [-0.5, 0, 0.5];
const TICKS_Y = [0, 0.2, 0.4, 0.6, 0.8];

/** The data, the two outputs, and under them the neurons that make them. */
export function plot(frame: Frame | undefined, ui: PlotUi, layout: Layout, hands: PlotHands): TemplateResult {
  const { left, right, height, width } = layout;
  return svg`<svg class="plot" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group"
      aria-label="Plot of the data, the network and the optimum" @pointerdown=${hands.down} @touchstart=${hands.touch} @keydown=${hands.key}>
    <clipPath id="inside"><rect x=${left} y=${layout.plot.top - 2} width=${right - left} height=${layout.plot.bottom - layout.plot.top + 4} /></clipPath>
    ${axisBottom({ scale: layout.x, ticks: TICKS_X, y: layout.band.bottom, from: left, to: right })}
    ${axisLeft(layout.y, TICKS_Y, left)}
    ${frame ? band(frame, layout) : nothing}
    <g clip-path="url(#inside)">
      ${frame?.optimum ? svg`<path class="optimum" d=${curvePath(frame.optimum.curve, layout)} />` : nothing}
      ${frame ? svg`<path class="network" d=${curvePath(frame.curve, layout)} />` : nothing}
    </g>
    ${frame ? labels(frame, layout) : nothing}
    ${ui.points.map((p, i) => point(p, i, ui, layout))}
    ${dragHint(ui, layout)}
  </svg>`;
}
