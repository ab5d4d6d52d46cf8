import { scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { spread } from '../../figure/drawing/label-layout.ts';
import { grouped, typesetShort } from '../../figure/words/number-format.ts';
import { numberSvg } from '../../figure/words/number-view.ts';
import { highestOf, type Layout } from './layout.ts';
import type { Answer } from './model.ts';

type Scale = (value: number) => number;

const curve = (xs: ArrayLike<number>, ys: ArrayLike<number>, x: Scale, y: Scale): string =>
  Array.from(ys, (value, k) => `${k ? 'L' : 'M'}${x(xs[k]).toFixed(1)},${y(value).toFixed(1)}`).join('');

/** The losses of the minima, across the whole strip. */
function floors({ surface: { minima } }: Answer, { strip }: Layout, y: Scale): TemplateResult {
  const labels = spread(
    minima.map(({ loss }) => y(loss)),
    14,
    strip.top,
    strip.bottom - 5, // under it the steps are written
  );
  return svg`${minima.map(
    (
      { loss, best },
      k,
    ) => svg`<line class=${best ? 'floor best' : 'floor'} x1=${strip.left} x2=${strip.right} y1=${y(loss)} y2=${y(loss)} />
    <text class=${best ? 'floor-name best' : 'floor-name'} x=${strip.right + 7} y=${labels[k] + 4}>${numberSvg(typesetShort(loss, 3))}</text>`,
  )}`;
}

function along({ way }: Answer, { strip }: Layout, y: Scale): TemplateResult | typeof nothing {
  if (!way?.found) return nothing;
  const x = scaleLinear([0, 1], [strip.pathFrom, strip.right]);
  return svg`<path class="way" clip-path="url(#inside-strip)" d=${curve(way.t, way.loss, x, y)} />
    <line class="ground" x1=${strip.pathFrom} x2=${strip.right} y1=${strip.bottom} y2=${strip.bottom} />
    <text class="tick" x=${(strip.split + 38 + strip.right) / 2} y=${strip.bottom + 17} text-anchor="middle">the path</text>`;
}

/** Loss over the steps of the descent, and after it along the path that never climbs. */
export function strip(answer: Answer, layout: Layout): TemplateResult {
  const { strip: box } = layout;
  const { loss } = answer.descent;
  const y = scaleLinear([0, highestOf(answer)], [box.bottom, box.top]);
  const last = Math.max(loss.length - 1, 5);
  const steps = scaleLinear([0, last], [box.left, box.split]);
  const format = (tick: number): string => (tick === 0 ? '0' : `${grouped(tick)} steps`);
  const path = curve(
    Array.from(loss, (_, k) => k),
    loss,
    steps,
    y,
  );
  return svg`${clip('inside-strip', box, 0, 2)}
    <text class="name" x=${box.left} y=${box.top - 10}>loss</text>
    ${axisBottom({ scale: steps, ticks: [0, last], y: box.bottom, from: box.left, to: box.split, format })}
    ${axisLeft(y, scaleLinear([0, highestOf(answer)], [0, 1]).ticks(3), box.left)}
    ${floors(answer, layout, y)}
    <path class="run" clip-path="url(#inside-strip)" d=${path} />${along(answer, layout, y)}`;
}
