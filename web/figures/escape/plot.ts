import { svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import type { Layout } from './layout.ts';
import { type Answer, VIEW } from './model.ts';

/** Half the width of the heaviest neuron's triangle, pixels. */
const LARGEST = 9;

/** Triangles where neurons switch, their tips to the active side; above the line they push up. */
function neurons({ neurons: set }: Answer, { x, band }: Layout): string {
  const inside = Array.from(set.position, (at) => at >= VIEW.from && at <= VIEW.to);
  const largest = set.weight.reduce((most, weight, i) => (inside[i] ? Math.max(most, weight) : most), 0);
  return Array.from(set.position, (at, i) => {
    if (!inside[i] || !(set.weight[i] > 0)) return '';
    const share = Math.sqrt(set.weight[i] / largest);
    const [r, side] = [Math.max(1.2, share * LARGEST), set.side[i]];
    const y = band.middle - (set.slope[i] >= 0 ? 1 : -1) * (4 + share * 18);
    return `M${(x(at) + side * r).toFixed(1)},${y.toFixed(1)}l${-side * r * 1.7},${-r}v${2 * r}z`;
  }).join('');
}

/** The data, the output on the way, the optimum's, and the neurons under it. */
export function output(answer: Answer, layout: Layout): TemplateResult {
  const { x, y, left, right, plot, band } = layout;
  return svg`
    ${axisLeft(y, [0, 0.4, 0.8], left)}
    ${axisBottom({ scale: x, ticks: [-0.5, 0, 0.5], y: band.bottom, from: left, to: right })}
    <line class="ground" x1=${left} x2=${right} y1=${plot.bottom} y2=${plot.bottom} />
    <line class="middle" x1=${left} x2=${right} y1=${band.middle} y2=${band.middle} />
    <path class="neurons" d=${neurons(answer, layout)} />
    <path class="best" d=${polyline(answer.best.x, answer.best.y, x, y)} />
    <path class="output" d=${polyline(answer.output.x, answer.output.y, x, y)} />
    ${answer.x.map((at, j) => svg`<path class="point" transform=${`translate(${x(at)},${y(answer.y[j])})`} d=${cross(4.5)} />`)}
    <text class="quiet" x=${right + 8} y=${band.middle - 10}>push up</text>
    <text class="quiet" x=${right + 8} y=${band.middle + 18}>push down</text>`;
}

/** The loss along the whole path, level where it is level, with the place on show. */
export function strip(answer: Answer, { t, loss, left, right, strip: box }: Layout, now: number): TemplateResult {
  const { samples, optimum, path } = answer;
  const floor = loss(optimum);
  return svg`
    <line class="floor" x1=${left} x2=${right} y1=${floor} y2=${floor} />
    <text class="floor-name" x=${right + 8} y=${floor + 4}>optimum</text>
    ${path.keyFrames.map(({ t: at }) => svg`<line class="stage" x1=${t(at)} x2=${t(at)} y1=${box.top} y2=${box.top + 6} />`)}
    <path class="loss" d=${polyline(samples.t, samples.loss, t, loss)} />
    <line class="now" x1=${t(now)} x2=${t(now)} y1=${box.top} y2=${box.bottom} />
    <circle class="dot" cx=${t(now)} cy=${loss(answer.loss)} r="5" />
    <rect class="scrub" x=${left - 8} y=${box.top} width=${right - left + 16} height=${box.bottom - box.top} />`;
}
