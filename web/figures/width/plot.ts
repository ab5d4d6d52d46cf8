import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom } from '../../figure/drawing/axis.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { polyline } from '../../figure/drawing/mark-shapes.ts';
import type { Layout } from './layout.ts';
import { COUNT, WIDTHS } from './model.ts';
import { mediansOf, type Study, type Trained } from './study.ts';
import { spokenRun, timesText } from './words.ts';

const letter = (name: string): TemplateResult => svg`<tspan class="letter">${name}</tspan>`;

/** The axis of the widths, that of the ratio, and the line at 1 with what lies below it: nothing. */
function frame({ points }: Study, layout: Layout): TemplateResult {
  const { m, ratio, ticks, dots, stacked } = layout;
  const enough = m(points.y.length);
  return svg`
    <text class="name" x=${dots.left} y=${dots.top - 14}>loss at the end / certified optimum</text>
    <line class="enough" x1=${enough} x2=${enough} y1=${dots.top} y2=${dots.bottom} />
    <text class="enough-name" x=${enough + 6} y=${dots.top + 8}>${letter('𝑚')} = ${letter('𝑛')}${stacked ? '' : ': the best network fits in'}</text>
    <rect class="nothing" x=${dots.left} y=${ratio(1)} width=${dots.right - dots.left} height=${dots.bottom - ratio(1)} />
    <line class="optimum-line" x1=${dots.left} x2=${dots.right} y1=${ratio(1)} y2=${ratio(1)} />
    <text class="optimum-name" x=${dots.left + 6} y=${ratio(1) + 20}>${stacked ? 'the optimum: none lies below' : 'the certified optimum: no network lies below'}</text>
    <g class="axis">${ticks.map(
      (tick) => svg`<line x1=${dots.left - 4} x2=${dots.left} y1=${ratio(tick)} y2=${ratio(tick)} />
        <text x=${dots.left - 8} y=${ratio(tick) + 4} text-anchor="end">${tick}</text>`,
    )}</g>
    ${axisBottom({ scale: m, ticks: WIDTHS, y: dots.bottom, from: dots.left, to: dots.right })}
    <text class="name" x=${(dots.left + dots.right) / 2} y=${dots.bottom + 36} text-anchor="middle">number of neurons ${letter('𝑚')}</text>`;
}

/** One that diverged has no place on the axis: an arrow at the rim. */
function dot(one: Trained, layout: Layout): TemplateResult {
  const { x, y } = layout.at(one);
  return Number.isFinite(one.ratio)
    ? svg`<circle class="dot" cx=${x} cy=${y} r="3.5" />`
    : svg`<path class="gone" transform=${`translate(${x},${layout.dots.top})`} d="M0,-5L4,3H-4z" />`;
}

function medians(study: Study, { m, ratio, dots, stacked }: Layout): TemplateResult | typeof nothing {
  const middle = mediansOf(study.done).filter((median) => Number.isFinite(median.ratio));
  if (middle.length === 0) return nothing;
  const places = middle.map((median) => ({ x: m(median.width), y: ratio(median.ratio) }));
  const path = polyline(
    middle.map(({ width }) => width),
    middle.map((median) => median.ratio),
    m,
    ratio,
  );
  const [first] = places;
  const above = first.y - 12 > dots.top + 20;
  return svg`<path class="median-line" d=${path} />
    ${places.map(({ x, y }) => svg`<circle class="median" cx=${x} cy=${y} r="5.5" />`)}
    <text class="median-name" x=${first.x + (stacked ? -6 : 12)} y=${first.y + (above ? -12 : stacked ? 34 : 22)}>median</text>`;
}

/** Every training as a dot, the medians of the widths joined, and the ring around the training on show. */
export function dots(study: Study, chosen: Trained, layout: Layout, marks: Selection): TemplateResult {
  return svg`${frame(study, layout)}
    ${study.done.map((one) => dot(one, layout))}
    ${medians(study, layout)}
    ${movableMark(marks, 0, {
      name: 'chosen',
      at: layout.at(chosen),
      shape: svg`<circle class="chosen-dot" r="5" />`,
      label: 'Training on show',
      range: [1, COUNT],
      now: chosen.run + 1,
      text: spokenRun(chosen),
      ring: 9,
    })}`;
}

/** The output of one training over the data, and that of the optimum. */
export function output(study: Study, chosen: Trained, layout: Layout): TemplateResult {
  const { x, y, output: box } = layout;
  const { points, best } = study;
  const cross = 'M-5,-5L5,5M-5,5L5,-5';
  return svg`
    <clipPath id="width-output"><rect x=${box.left} y=${box.top - 12} width=${box.right - box.left} height=${box.bottom - box.top + 14} /></clipPath>
    <text class="name" x=${box.left - (layout.stacked ? 0 : 12)} y=${box.top - 14}>${letter('𝑚')} = ${chosen.width}, seed ${chosen.seed}: ${timesText(chosen)}</text>
    ${axisBottom({ scale: x, ticks: [-0.5, 0, 0.5], y: box.bottom, from: box.left, to: box.right })}
    <g clip-path="url(#width-output)">
      <path class="optimum" d=${polyline(best.x, best.y, x, y)} />
      <path class="network" d=${polyline(chosen.curve.x, chosen.curve.y, x, y)} />
    </g>
    ${points.x.map((at, j) => svg`<path class="point" transform=${`translate(${x(at)},${y(points.y[j])})`} d=${cross} />`)}`;
}
