import { scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import type { Position } from '../../../figure/controls/drag.ts';
import type { Selection } from '../../../figure/drawing/mark.ts';
import type { Camera, Place } from '../../../figure/space/camera.ts';
import { typesetShort } from '../../../figure/words/number-format.ts';
import { numberSvg } from '../../../figure/words/number-view.ts';
import { cornersOf, isNamed } from '../critical.ts';
import type { Layout } from '../layout.ts';
import type { Answer } from '../model.ts';
import { PAIR, patternPair } from '../pattern-pair.ts';
import { handle, short, ticksOf, W1, W2 } from '../plane.ts';
import type { Pair } from '../weights.ts';
import { isSeen, placeOn, type Relief } from './relief.ts';
import type { Sighting } from './view.ts';

/** Pixels from the floor's edge to its numbers. */
const OFF = 15;
const CORNERS = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;

/** Both weights along the edges of the floor that are nearest to the reader. */
function floorAxes({ reach }: { reach: number }, camera: Camera): TemplateResult {
  const centre = camera.project([0, 0, 0]);
  const edge = (place: (along: number, side: number) => Place, letter: string): TemplateResult => {
    const side = camera.project(place(0, -1)).near > camera.project(place(0, 1)).near ? -1 : 1;
    const middle = camera.project(place(0, side));
    const away = Math.hypot(middle.x - centre.x, middle.y - centre.y) || 1;
    const [dx, dy] = [(OFF * (middle.x - centre.x)) / away, (OFF * (middle.y - centre.y)) / away];
    const text = (along: number, words: string, name: string): TemplateResult => {
      const { x, y } = camera.project(place(along, side));
      return svg`<text class=${name} x=${(x + dx).toFixed(1)} y=${(y + dy + 4).toFixed(1)} text-anchor="middle">${words}</text>`;
    };
    const ticks = ticksOf(reach).map((tick) => text(tick / reach, short(tick), 'tick'));
    return svg`${ticks}${text(0.9, letter, 'letter')}`;
  };
  return svg`${edge((along, side) => [along, side, 0], W1)}${edge((along, side) => [side, along, 0], W2)}`;
}

/** The loss upwards at the leftmost corner, as far as the surface goes. */
function lossAxis({ cut, height }: Relief, camera: Camera): TemplateResult | string {
  const x = ([a, b]: readonly [number, number]): number => camera.project([a, b, 0]).x;
  const [a, b] = CORNERS.reduce((left, corner) => (x(corner) < x(left) ? corner : left));
  const at = (loss: number) => camera.project([a, b, height(loss)]);
  const [foot, top] = [at(0), at(cut)];
  if (foot.y - top.y < 40) return '';
  const ticks = scaleLinear([0, cut], [0, 1]).ticks(Math.min(4, (foot.y - top.y) / 24));
  return svg`<line class="upright" x1=${foot.x} y1=${foot.y} x2=${top.x} y2=${top.y} />
    ${ticks.map((tick) => {
      const { x: left, y } = at(tick);
      return svg`<line class="upright" x1=${left - 4} x2=${left} y1=${y} y2=${y} /><text class="tick" x=${left - 7} y=${y + 4} text-anchor="end">${short(tick)}</text>`;
    })}`;
}

const middleOf = (corners: readonly Pair[]): Pair => {
  const mean = (k: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[k], 0) / corners.length;
  return [mean(0), mean(1)];
};

/** Above a ball, and away from the middle beside a line. */
function besides([a, b, c]: Place, isBall: boolean, camera: Camera): Position {
  const { x, y } = camera.project([a, b, c]);
  if (isBall) return { x, y: y - 20 };
  const further = camera.project([1.5 * a, 1.5 * b, c]);
  const length = Math.hypot(further.x - x, further.y - y) || 1;
  return { x: x + (17 * (further.x - x)) / length, y: y + (17 * (further.y - y)) / length };
}

/** The losses of the minima that are seen, beside them. */
function losses({ surface: { critical } }: Answer, relief: Relief, camera: Camera): TemplateResult {
  return svg`${critical
    .filter((set) => isNamed(set, critical))
    .map((set) => {
      const corners = cornersOf(set, 0);
      if (corners.length > 2) return '';
      const [a, b, c] = placeOn(relief, middleOf(corners));
      if (!isSeen(relief, camera, [a, b, c])) return '';
      const { x, y } = besides([a, b, c], corners.length === 1, camera);
      return svg`<text class=${`value ${set.kind}`} x=${x.toFixed(1)} y=${(y + 5).toFixed(1)} text-anchor="middle">${numberSvg(typesetShort(set.loss, 3))}</text>`;
    })}`;
}

/** With a floor smaller than this, pixels, they would cover what they stand on. */
const PATTERNS_FROM = 95;

/** What the two neurons see, near the outer corner of each quadrant. */
function patterns({ surface: { quadrants, reach } }: Answer, relief: Relief, camera: Camera): TemplateResult | string {
  if (camera.scale < PATTERNS_FROM) return '';
  return svg`${quadrants.map(({ signs: [a, b], patterns: [first, second] }) => {
    const place = placeOn(relief, [0.79 * a * reach, 0.79 * b * reach]);
    const { x, y } = camera.project(place);
    if (!isSeen(relief, camera, place)) return '';
    return patternPair(first ?? [], second ?? [], x - PAIR.width / 2, y - PAIR.height / 2);
  })}`;
}

/** What stands on the surface and is not drawn by WebGL: axes, numbers, and the start, which a reader and a key can take hold of. */
export function overlay(
  answer: Answer,
  { relief, camera }: Sighting,
  { plane }: Layout,
  marks: Selection,
): TemplateResult {
  const start = placeOn(relief, answer.start);
  const mark = handle(answer, camera.project(start), marks);
  return svg`<text class="name" x=${plane.left} y=${plane.top - 10}>loss over the two neurons</text>
    ${floorAxes(answer.surface, camera)}${lossAxis(relief, camera)}
    ${patterns(answer, relief, camera)}${losses(answer, relief, camera)}
    <g class=${isSeen(relief, camera, start) ? nothing : 'behind'}>${mark}</g>`;
}
