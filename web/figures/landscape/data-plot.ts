import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross } from '../../figure/drawing/mark-shapes.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { NUMBER, namedAt, numbersOf } from '../../figure/words/point-names.ts';
import type { Layout } from './layout.ts';
import { type Answer, DATA, OUTPUT_AT, type State } from './model.ts';

/** The two points with their labels, to be dragged, and what the network at the end makes of them. */
export function dataPlot(
  { x: at, y: labels }: State,
  { output }: Answer,
  layout: Layout,
  marks: Selection,
): TemplateResult {
  const { data: box, x, y } = layout;
  const named = namedAt(
    at.map((place, j) => ({ x: x(place), y: y(labels[j]) })),
    NUMBER,
  );
  const line =
    output && Array.from(output, (value, k) => `${k ? 'L' : 'M'}${x(OUTPUT_AT[k]).toFixed(1)},${y(value).toFixed(1)}`);
  return svg`${clip('inside-data', box)}
    <text class="name" x=${box.left} y=${box.top - 10}>the data, and the network at the end</text>
    <line class="ground" x1=${box.left} x2=${box.right} y1=${y(0)} y2=${y(0)} />
    ${line ? svg`<path class="output" clip-path="url(#inside-data)" d=${line.join('')} />` : nothing}
    ${axisBottom({ scale: x, ticks: [-2, -1, 0, 1, 2], y: box.bottom, from: box.left, to: box.right })}
    ${axisLeft(y, [-2, 0, 2], box.left)}
    ${at.map((place, j) =>
      movableMark(marks, j + 1, {
        name: 'point',
        at: { x: x(place), y: y(labels[j]) },
        shape: svg`<path d=${cross(5)} /><text y="29" text-anchor="middle">${numbersOf(named[j])}</text>`,
        label: `Data point ${j + 1}`,
        range: [-DATA.y, DATA.y],
        now: labels[j],
        text: `x ${spoken(place, 3)}, label ${spoken(labels[j], 3)}`,
        tabStop: true,
      }),
    )}`;
}
