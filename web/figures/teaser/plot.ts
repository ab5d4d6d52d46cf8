import { nothing, svg, type TemplateResult } from 'lit';
import type { View } from '../../figure/declaration.ts';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { clip, drawing } from '../../figure/drawing/frame.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { beyond } from './beyond.ts';
import type { Layout } from './layout.ts';
import { curvePath, largestWeight, neuronsPath } from './marks.ts';
import { type Point, view } from './model.ts';
import type { Frame } from './run.ts';

/** What the plot shows besides the frame: the points as they are set, and the marks that stand for them. */
export interface PlotUi {
  readonly points: readonly Point[];
  readonly marks: Selection;
  /** Nobody has moved a point yet. */
  readonly hint: boolean;
}

const point = ({ x, y }: Point, i: number, { points, marks }: PlotUi, layout: Layout): TemplateResult =>
  movableMark(marks, i, {
    name: 'point',
    at: { x: layout.x(x), y: layout.y(y) },
    shape: svg`<path d=${cross(5)} />`,
    label: `Data point ${i + 1} of ${points.length}`,
    range: view.y,
    now: Number(y.toFixed(3)),
    text: `x ${spoken(x, 2)}, y ${spoken(y, 2)}`,
  });

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
export function plot(frame: Frame, ui: PlotUi, layout: Layout, hands: Pick<View, 'hands'>): TemplateResult {
  const { left, right } = layout;
  const content = svg`${clip('inside', { left, right, ...layout.plot }, 2, 2)}
    ${axisBottom({ scale: layout.x, ticks: TICKS_X, y: layout.band.bottom, from: left, to: right })}
    ${axisLeft(layout.y, TICKS_Y, left)}
    ${band(frame, layout)}
    <g clip-path="url(#inside)">
      ${frame.optimum ? svg`<path class="optimum" d=${curvePath(frame.optimum.curve, layout)} />` : nothing}
      <path class="network" d=${curvePath(frame.curve, layout)} />
    </g>
    ${labels(frame, layout)}
    ${ui.points.map((p, i) => point(p, i, ui, layout))}
    ${dragHint(ui, layout)}`;
  return drawing(hands, layout, 'Plot of the data, the network and the optimum', content, { name: 'drawing plot' });
}
