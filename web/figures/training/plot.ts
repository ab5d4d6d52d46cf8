import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { pointAtCut } from '../../figure/drawing/direction-circle.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import type { Layout } from './layout.ts';
import { frameAt, type Run, STEPS, STRIDE, VIEW } from './model.ts';

const pointName = (j: number): TemplateResult => svg`<tspan class="letter">𝑥</tspan>${'₁₂'[j]}`;

/** The data and the neuron's output; the triangle stands at its activation point and points to the active side. */
export function output(run: Run, { x, y, plot }: Layout, k: number, seen: readonly boolean[]): TemplateResult {
  const kink = run.kink[k];
  const r = 8 * run.side[k];
  return svg`
    <text class="name" x=${plot.left} y=${plot.top - 10}>output over the input <tspan class="letter">𝑥</tspan></text>
    ${axisBottom({ scale: x, ticks: [-0.5, 0, 0.5, 1], y: plot.bottom, from: plot.left, to: plot.right })}
    ${axisLeft(y, [0, 0.5, 1], plot.left)}
    <line class="ground" x1=${plot.left} x2=${plot.right} y1=${y(0)} y2=${y(0)} />
    <path class="output" d=${polyline(run.curves[k].x, run.curves[k].y, x, y)} />
    ${
      kink >= VIEW.from && kink <= VIEW.to
        ? svg`<path class="kink" transform=${`translate(${x(kink)},${y(0)})`} d=${`M${r},0L${-0.7 * r},-8v16z`} />`
        : nothing
    }
    ${run.x.map(
      (
        at,
        j,
      ) => svg`<g class=${seen[j] ? 'point on' : 'point off'} data-point=${j} transform=${`translate(${x(at)},${y(run.y[j])})`}>
        <path d=${cross(5)} /><text y="-12" text-anchor="middle">${pointName(j)}</text></g>`,
    )}`;
}

/** How far from the origin a ray leaves the square. */
function rim({ w1, w2, plane }: Layout, angle: number): number {
  const [right, up] = [Math.cos(angle), Math.sin(angle)];
  const across = right > 0 ? plane.left + plane.side - w1(0) : w1(0) - plane.left;
  const along = up > 0 ? w2(0) - plane.top : plane.top + plane.side - w2(0);
  return Math.min(across / Math.abs(right), along / Math.abs(up));
}

/** The line of each point, with its name at its longer end. */
function cuts({ patterns: { arcs, patterns } }: Run, layout: Layout): TemplateResult | typeof nothing {
  if (!arcs) return nothing;
  const rays = Array.from(arcs.from, (angle, k) => ({
    angle,
    length: rim(layout, angle),
    point: pointAtCut(arcs, patterns, k),
  }));
  const at = (angle: number, distance: number, aside = 0) => ({
    x: layout.w1(0) + distance * Math.cos(angle) - aside * Math.sin(angle),
    y: layout.w2(0) - distance * Math.sin(angle) - aside * Math.cos(angle),
  });
  return svg`${rays.map(({ angle, length, point }) => {
    const end = at(angle, length);
    const named = !rays.some((other) => other.point === point && other.length > length);
    const name = at(angle, length - 18, 12);
    return svg`<line class="cut" data-point=${point} x1=${layout.w1(0)} y1=${layout.w2(0)} x2=${end.x} y2=${end.y} />
      ${named && point !== null ? svg`<text class="cut-name" data-point=${point} x=${name.x} y=${name.y + 4} text-anchor="middle">${pointName(point)}</text>` : nothing}`;
  })}`;
}

/** Frames: the one on show, and the last that is drawn. */
interface Shown {
  readonly k: number;
  readonly seen: number;
  /** Of the clip path. */
  readonly id: string;
}

/** Weight space, cut by the line of each data point, and the way of the neuron through it. */
export function weightSpace(run: Run, layout: Layout, { k, seen, id }: Shown): TemplateResult {
  const { w1, w2, plane } = layout;
  const { left, top, side } = plane;
  const path = (frames: Run['w']): string =>
    polyline(
      frames.map(([a]) => a),
      frames.map(([, b]) => b),
      w1,
      w2,
    );
  return svg`
    <clipPath id=${id}><rect x=${left} y=${top} width=${side} height=${side} /></clipPath>
    <text class="name" x=${left} y=${top - 10}>the neuron in weight space</text>
    <rect class="box" x=${left} y=${top} width=${side} height=${side} />
    <g clip-path=${`url(#${id})`}>
      ${cuts(run, layout)}
      <path class="ahead" d=${path(run.w.slice(0, seen + 1))} />
      <path class="way" d=${path(run.w.slice(0, k + 1))} />
      <circle class="dot" cx=${w1(run.w[k][0])} cy=${w2(run.w[k][1])} r="6" />
    </g>
    ${axisBottom({ scale: w1, ticks: w1.ticks(4), y: top + side, from: left, to: left + side })}
    ${axisLeft(w2, w2.ticks(4), left)}
    <text class="letter axis-name" x=${left + side - 6} y=${top + side - 8} text-anchor="end">𝑤₁</text>
    <text class="letter axis-name" x=${left + 8} y=${top + 16}>𝑤₂</text>`;
}

/** The loss as far as it has been seen, with a tick where the pattern changes. */
export function strip(
  run: Run,
  { step, loss, strip: box }: Layout,
  { now, seen }: { now: number; seen: number },
): TemplateResult {
  const losses = run.loss.slice(0, frameAt(seen) + 1);
  const steps = losses.map((_, k) => k * STRIDE);
  return svg`
    <text class="name" x=${box.left} y=${box.top - 10}>loss over the steps</text>
    ${axisLeft(loss, loss.ticks(3), box.left)}
    ${axisBottom({ scale: step, ticks: [0, 350, 700, 1050, STEPS], y: box.bottom, from: box.left, to: box.right })}
    ${run.events.map(
      ({ step: at }) => svg`<g class=${at <= seen ? nothing : 'ahead-of-it'}>
        <line class="event" x1=${step(at)} x2=${step(at)} y1=${box.top} y2=${box.bottom} />
        <text class="event-name" x=${step(at) + 6} y=${box.top + 12}>step ${at}</text></g>`,
    )}
    <path class="loss" d=${polyline(steps, losses, step, loss)} />
    <line class="now" x1=${step(now)} x2=${step(now)} y1=${box.top} y2=${box.bottom} />
    <circle class="dot-loss" cx=${step(now)} cy=${loss(run.loss[frameAt(now)])} r="5" />
    <rect class="scrub" x=${box.left - 8} y=${box.top} width=${box.right - box.left + 16} height=${box.bottom - box.top} />`;
}
