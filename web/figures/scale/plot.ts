import { nothing, svg, type TemplateResult } from 'lit';
import type { ActivationPoints, OutputCurve } from '../../engine/types.ts';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { decimals, grouped } from '../../figure/words/number-format.ts';
import { VIEW } from './backdrop.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';
import type { Frame } from './run.ts';

/** Half the width of the heaviest neuron's triangle, and of the lightest one's, pixels. */
const [LARGEST, SMALLEST] = [8, 1.3];

const inside = (x: number): boolean => x >= VIEW.from && x <= VIEW.to;

/** All neurons in the picture as one path: tips to the active side, above the line when they push up, the higher the heavier. */
function triangles({ position, side, slope, weight }: ActivationPoints, { x, band }: Layout): string {
  const largest = weight.reduce((most, value, i) => (inside(position[i]) ? Math.max(most, value) : most), 0);
  let path = '';
  for (let i = 0; i < position.length; i++) {
    if (!inside(position[i]) || !(weight[i] > 0)) continue;
    const share = Math.sqrt(weight[i] / largest);
    const r = Math.max(SMALLEST, share * LARGEST);
    const y = band.middle - (slope[i] >= 0 ? 1 : -1) * (3 + share * 30);
    path += `M${(x(position[i]) + side[i] * r).toFixed(1)},${y.toFixed(1)}l${(-1.7 * side[i] * r).toFixed(1)},${(-r).toFixed(1)}v${(2 * r).toFixed(1)}z`;
  }
  return path;
}

/** Where small neurons head, and where they end. */
function goals({ heading, end }: Answer, { x, plot, band }: Layout): TemplateResult {
  const goal = (at: number, role: string, words: string, top: number, anchor: string) => svg`<g class=${role}>
    <line x1=${x(at)} x2=${x(at)} y1=${top + 5} y2=${band.bottom} />
    <text x=${anchor === 'start' ? Math.max(x(at) - 30, plot.left + 4) : x(at)} y=${top} text-anchor=${anchor}>${words} ${decimals(at, 3)}</text></g>`;
  return svg`${goal(heading, 'heading', 'heading for', plot.top + 38, 'start')}${goal(end, 'ending', 'ending at', plot.top + 62, 'start')}`;
}

interface Line {
  readonly name: string;
  readonly curve: OutputCurve;
}

const line = ({ name, curve }: Line, { x, y }: Layout): TemplateResult =>
  svg`<path class=${name} clip-path="url(#scale-output)" d=${polyline(curve.x, curve.y, x, y)} />`;

/** Names inside the right end of the lines, in the order of their heights, away from each other. */
function names(lines: readonly Line[], { y, plot }: Layout): TemplateResult {
  const height = ({ curve }: Line): number => y(curve.y[curve.y.length - 1]);
  const leaving = (at: number): string => (at < plot.top ? '\u202f\u2191' : at > plot.bottom ? '\u202f\u2193' : '');
  const places = spread(
    lines.map((each) => height(each) + 22),
    17,
    plot.top + 14,
    plot.bottom - 22,
  );
  return svg`${lines.map(
    ({ name }, k) =>
      svg`<text class=${`${name}-name`} x=${plot.right - 4} y=${places[k]} text-anchor="end">${name}${leaving(height(lines[k]))}</text>`,
  )}`;
}

/** How many neurons switch outside the picture, with an arrow at the rim where they are. */
function beyond({ position, weight }: ActivationPoints, { plot, band }: Layout): TemplateResult {
  const count = (is: (x: number) => boolean): number => position.filter((x, i) => weight[i] > 0 && is(x)).length;
  const [before, after] = [count((x) => x < VIEW.from), count((x) => x > VIEW.to)];
  return svg`
    ${before ? svg`<text class="quiet rim" x=${plot.left + 2} y=${band.bottom - 5}>◂ ${grouped(before)}</text>` : nothing}
    ${after ? svg`<text class="quiet rim" x=${plot.right - 2} y=${band.bottom - 5} text-anchor="end">${grouped(after)} ▸</text>` : nothing}`;
}

/** The data, three outputs, and the thousand neurons under them. */
export function output(answer: Answer, frame: Frame, layout: Layout): TemplateResult {
  const { x, y, plot, band } = layout;
  const lines: Line[] = [
    { name: 'lazy', curve: answer.run.lazy },
    { name: 'optimum', curve: answer.best },
    { name: 'network', curve: frame.curve },
  ];
  return svg`
    ${clip('scale-output', plot, 0, 0)}
    <text class="name" x=${plot.left} y=${plot.top - 12}>output over the input <tspan class="letter">𝑥</tspan></text>
    ${axisLeft(y, [0, 0.5, 1, 1.5], plot.left)}
    ${axisBottom({ scale: x, ticks: [-3, -2, -1, 0, 1], y: band.bottom, from: plot.left, to: plot.right })}
    <line class="ground" x1=${plot.left} x2=${plot.right} y1=${y(0)} y2=${y(0)} />
    <line class="ground" x1=${plot.left} x2=${plot.right} y1=${band.top} y2=${band.top} />
    <line class="middle" x1=${plot.left} x2=${plot.right} y1=${band.middle} y2=${band.middle} />
    ${goals(answer, layout)}
    <path class="neurons" d=${triangles(frame.neurons, layout)} />
    ${lines.map((each) => line(each, layout))}
    ${answer.x.map((at, j) => svg`<path class="point" transform=${`translate(${x(at)},${y(answer.y[j])})`} d=${cross(5)} />`)}
    ${names(lines, layout)}
    ${beyond(frame.neurons, layout)}`;
}
