import { svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { type DataName, inputs } from './inputs.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';

/** Half the width of the heaviest neuron's triangle, pixels. */
const LARGEST = 9;

const TICKS = { line: [-0.5, 0, 0.5], circle: [-180, -120, -60, 0, 60, 120, 180] } as const;
const LEVELS = { line: [0, 0.4, 0.8], circle: [0, 1, 2] } as const;

/** A triangle where the neuron switches, its tip to the active side; around the circle one that points where the neuron does. */
function triangle(x: number, y: number, r: number, side: number, up: boolean): string {
  // Always around in the same sense, so that triangles that overlap are filled where they do.
  if (side !== 0)
    return `M${(x + side * r).toFixed(1)},${y.toFixed(1)}l${-side * r * 1.7},${side * r}v${-side * 2 * r}z`;
  const tip = up ? -r : r;
  return `M${x.toFixed(1)},${(y + tip).toFixed(1)}l${tip},${-1.7 * tip}h${-2 * tip}z`;
}

/** As heavy as a neuron can become, so that triangles grow and shrink as the reader walks. */
const heaviest = ({ set }: Answer): number => set.corners.data.reduce((most, weight) => Math.max(most, weight), 0);

function neurons(answer: Answer, { x, band, left, right }: Layout): string {
  const largest = heaviest(answer);
  const { position, weight, side, up } = answer.neurons;
  return Array.from(position, (at, i) => {
    const px = x(at);
    if (!(px >= left && px <= right)) return '';
    const share = Math.sqrt(weight[i] / largest);
    return triangle(
      px,
      band.middle - (up[i] ? 1 : -1) * (4 + share * 18),
      Math.max(1.2, share * LARGEST),
      side[i],
      up[i],
    );
  }).join('');
}

/** How many neurons of the network switch outside of the picture, said at the rim that is nearer; without a place is on the right. */
function beyond({ neurons: { position } }: Answer, { x, left, right, band }: Layout): TemplateResult[] {
  const places = Array.from(position, (at) => x(at));
  const told = (count: number, at: number, anchor: string, arrow: (words: string) => string) =>
    count
      ? [
          svg`<text class="rim" x=${at} y=${band.middle + 5} text-anchor=${anchor}>${arrow(count === 1 ? '1 neuron' : `${count} neurons`)}</text>`,
        ]
      : [];
  return [
    ...told(places.filter((px) => px < left).length, left + 4, 'start', (words) => `← ${words}`),
    ...told(places.filter((px) => !(px <= right)).length, right - 4, 'end', (words) => `${words} →`),
  ];
}

/** All that optimal networks say: between the smallest and the largest output. */
function area({ at, range }: Answer, { x, y }: Layout): string {
  const back = [...at].reverse();
  const low = [...range.low].reverse();
  return `${polyline(at, range.high, x, y)}L${polyline(back, low, x, y).slice(1)}z`;
}

/** Where outputs have gone that leave the plot: an arrow at its rim, where they are furthest outside. */
function leaving({ at, range }: Answer, { x, y, plot, left, right }: Layout): TemplateResult[] {
  const high = range.high.reduce((best, value, k) => (value > range.high[best] ? k : best), 0);
  const low = range.low.reduce((best, value, k) => (value < range.low[best] ? k : best), 0);
  const arrow = (k: number, py: number, sign: string) =>
    svg`<text class="leaving" x=${Math.min(Math.max(x(at[k]), left + 8), right - 8)} y=${py} text-anchor="middle">${sign}</text>`;
  return [
    ...(y(range.high[high]) < plot.top - 2 ? [arrow(high, plot.top + 2, '↑')] : []),
    ...(y(range.low[low]) > plot.bottom + 2 ? [arrow(low, plot.bottom - 4, '↓')] : []),
  ];
}

/** The data, the band of all optimal outputs, one network's output in it, and under it the neurons of that network. */
export function output(answer: Answer, layout: Layout, data: DataName, marks: Selection): TemplateResult {
  const { x, y, left, right, plot, band } = layout;
  const { at, range, labels } = answer;
  const edge = (values: Float64Array) => svg`<path class="edge" d=${polyline(at, values, x, y)} />`;
  return svg`
    ${axisLeft(y, LEVELS[data], left)}
    ${axisBottom({ scale: x, ticks: layout.small && data === 'circle' ? [-180, 0, 180] : TICKS[data], y: band.bottom, from: left, to: right })}
    <line class="ground" x1=${left} x2=${right} y1=${plot.bottom} y2=${plot.bottom} />
    <line class="middle" x1=${left} x2=${right} y1=${band.middle} y2=${band.middle} />
    ${clip('optimal-set-plot', { left, right, ...plot }, 4, 2)}
    <g clip-path="url(#optimal-set-plot)">
      <path class="range" d=${area(answer, layout)} />${edge(range.low)}${edge(range.high)}
      <path class="output" d=${polyline(at, answer.output, x, y)} />
    </g>
    ${leaving(answer, layout)}
    <path class="neurons" d=${neurons(answer, layout)} />${beyond(answer, layout)}
    <text class="quiet" x=${left + 4} y=${band.middle - 24}>push up</text>
    <text class="quiet" x=${left + 4} y=${band.middle + 31}>push down</text>
    ${labels.map((label, j) =>
      movableMark(marks, j, {
        name: 'point',
        at: { x: x(answer.x[j]), y: y(label) },
        shape: svg`<path d=${cross(5)} />`,
        label: `Label of data point ${j + 1} of ${labels.length}`,
        range: [0, inputs(data).highest],
        now: label.toFixed(3),
        text: spoken(label, 2),
        point: j,
      }),
    )}`;
}
