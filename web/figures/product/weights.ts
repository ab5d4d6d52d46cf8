import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft } from '../../figure/drawing/axis.ts';
import { geometricLevels, type LevelLine, levelLines } from '../../figure/drawing/contours.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { spoken } from '../../figure/words/number-format.ts';
import type { Layout } from './layout.ts';
import { type Answer, REACH } from './model.ts';
import type { Place } from './problems.ts';

const TICKS = [-1, 0, 1];

const lineOf = (line: LevelLine, { u, v }: Layout): string => {
  let d = '';
  for (let k = 0; k < line.length; k += 2) d += `${k ? 'L' : 'M'}${u(line[k]).toFixed(1)},${v(line[k + 1]).toFixed(1)}`;
  return d;
};

const lines = (grid: Answer['grid'], values: readonly number[], layout: Layout): string[] =>
  levelLines(grid, values).map(({ lines: pieces }) => pieces.map((line) => lineOf(line, layout)).join(''));

const drawn = new WeakMap<Answer['grid'], { width: number; paths: string[] }>();

/** Of the loss: traced once for each weight decay and size, not for each place of the dot. */
function lossLevels({ grid }: Answer, layout: Layout): string[] {
  const known = drawn.get(grid);
  if (known?.width === layout.width) return known.paths;
  const paths = lines(grid, geometricLevels(grid.z, 13, 2.6), layout);
  drawn.set(grid, { width: layout.width, paths });
  return paths;
}

/** Its minima: one at 0, two that mirror each other, or without weight decay all weights of one product. */
function minima(lambda: number, { best, products, bestLevel }: Answer, layout: Layout): TemplateResult {
  if (lambda === 0) return svg`<path class="minima" d=${lines(products, [bestLevel], layout)[0]} />`;
  const signs = best.z === 0 ? [1] : [1, -1];
  return svg`${signs.map((sign) => svg`<circle class="minimum" cx=${layout.u(sign * best.u)} cy=${layout.v(sign * best.v)} r="8" />`)}`;
}

export const trail = (path: readonly Place[], x: (place: Place) => number, y: (place: Place) => number): string =>
  path.map((place, k) => `${k ? 'L' : 'M'}${x(place).toFixed(1)},${y(place).toFixed(1)}`).join('');

/** The level lines of the loss over both weights, all weights of the same product, the minima, and the dot. */
export function weightsPlot(
  lambda: number,
  answer: Answer,
  here: Place,
  path: readonly Place[],
  layout: Layout,
  marks: Selection,
): TemplateResult {
  const { u, v, plane } = layout;
  return svg`
    <line class="zero" x1=${u(0)} x2=${u(0)} y1=${plane.top} y2=${plane.bottom} /><line class="zero" x1=${plane.left} x2=${plane.right} y1=${v(0)} y2=${v(0)} />
    ${lossLevels(answer, layout).map((d, k) => svg`<path class="level" stroke-opacity=${0.9 - k * 0.045} d=${d} />`)}
    ${path.length ? nothing : svg`<path class="same" d=${lines(answer.products, [answer.level], layout)[0]} />`}
    ${minima(lambda, answer, layout)}
    <path class="trail" d=${trail(
      path,
      (place) => u(place.u),
      (place) => v(place.v),
    )} />
    ${axisBottom({ scale: u, ticks: TICKS, y: plane.bottom, from: plane.left, to: plane.right })}
    ${axisLeft(v, TICKS, plane.left)}
    <text class="name" x=${plane.left} y=${plane.top - 14}>loss over both weights</text>
    <text class="letter name" x=${plane.right} y=${plane.bottom + 17} text-anchor="end">𝑢</text><text class="letter name" x=${plane.left - 8} y=${plane.top + 8} text-anchor="end">𝑣</text>
    ${movableMark(marks, 0, {
      name: 'dot',
      at: { x: u(here.u), y: v(here.v) },
      shape: svg`<circle class="core" r="6.5" />`,
      label: 'Both weights',
      range: [-REACH, REACH],
      now: here.u,
      text: `u ${spoken(here.u, 3)}, v ${spoken(here.v, 3)}, loss ${spoken(here.loss, 3)}`,
      ring: 12,
    })}`;
}
