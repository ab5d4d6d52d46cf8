import { nothing, svg, type TemplateResult } from 'lit';
import { spread } from '../../figure/drawing/label-layout.ts';
import { spoken } from '../../figure/words/number-format.ts';
import { bitsText, spokenBits } from '../../figure/words/pattern-text.ts';
import { type Eye, eyeOf, seen, type Turn, type Vector } from './orbit.ts';
import type { PlaneLayout } from './plane-layout.ts';
import type { PlaneAnswer, PlaneState } from './plane-model.ts';
import { cellPath, halfCircle, rimOf } from './sphere-paths.ts';

const degrees = (angle: number): number => Math.round((angle * 180) / Math.PI);
const normalOf = ([a, b]: readonly [number, number]): Vector => [a, b, 1];
const share = (bits: Uint8Array): number => bits.reduce((sum, bit) => sum + bit, 0) / bits.length;

/** The sphere of all directions cut into the cells of the patterns, and the neuron's direction on it. */
export function sphere(
  state: PlaneState,
  answer: PlaneAnswer,
  layout: PlaneLayout,
  turn: Turn,
  { held, pointed }: { held: number | null; pointed: number | null },
): TemplateResult {
  const eye = eyeOf(turn);
  const { sphere: disc } = layout;
  const { outlines, directions, set, cell } = answer;
  const far = outlines.map((outline, k) => cellPath(disc, eye, outline, directions[k], -1));
  const near = outlines.map((outline, k) => cellPath(disc, eye, outline, directions[k], 1));
  const marked = held ?? pointed;
  const circles = (side: 1 | -1, name: string) =>
    state.points.map(
      (p, j) =>
        svg`<path class=${`circle ${name}${j === marked ? ' marked' : ''}`} d=${halfCircle(disc, eye, normalOf(p), side)} />`,
    );
  return svg`
    <g class="globe" role="slider" tabindex="0" aria-label="Turn of the sphere" aria-valuemin="-180" aria-valuemax="180"
        aria-valuenow=${degrees(turn.yaw)} aria-valuetext=${`seen from ${degrees(turn.yaw)} degrees, ${degrees(turn.tilt)} degrees above the equator`}>
      <circle class="ball" cx=${disc.x} cy=${disc.y} r=${disc.radius} />
      ${circles(-1, 'far')}
      ${cell < 0 ? nothing : svg`<path class="cell-line far" d=${far[cell]} />`}
      ${set.patterns.map((bits, k) => svg`<path class="cell" fill-opacity=${0.05 + 0.42 * share(bits)} d=${near[k]}><title>${bitsText(bits)}</title></path>`)}
      ${circles(1, 'near')}
      <circle class="rim" cx=${disc.x} cy=${disc.y} r=${disc.radius} />
      ${cell < 0 ? nothing : svg`<path class="cell-line" d=${near[cell]} />`}
      ${directions.map((v, k) => (k === cell ? nothing : witness(eye, layout, v)))}
      ${answer.lines.map(({ meeting }) => meetings(eye, layout, meeting))}
    </g>
    ${numbers(state, eye, layout, marked)}
    ${neuron(state, answer, eye, layout, held === state.points.length)}`;
}

const place = (eye: Eye, { sphere: disc }: PlaneLayout, v: Vector) => {
  const [right, up, depth] = seen(eye, v);
  return { x: disc.x + right * disc.radius, y: disc.y - up * disc.radius, near: depth >= 0 };
};

function witness(eye: Eye, layout: PlaneLayout, v: Vector): TemplateResult {
  const { x, y, near } = place(eye, layout, v);
  return svg`<circle class=${near ? 'witness' : 'witness far'} cx=${x} cy=${y} r=${near ? 3 : 2} />`;
}

/** The two directions in which the circles of points on one line meet. */
function meetings(eye: Eye, layout: PlaneLayout, v: Vector) {
  return [v, [-v[0], -v[1], -v[2]] as const].map((end) => {
    const { x, y, near } = place(eye, layout, end);
    return svg`<circle class=${near ? 'meeting' : 'meeting far'} cx=${x} cy=${y} r="7" />`;
  });
}

/** The number of each circle's point at both ends of its near half. */
function numbers({ points }: PlaneState, eye: Eye, { sphere: disc }: PlaneLayout, marked: number | null) {
  const angles = points.map((p) => {
    const rim = rimOf(eye, normalOf(p)) ?? [1, 0];
    return Math.atan(rim[1] / (rim[0] || 1e-9));
  });
  const places = spread(angles, 15 / disc.radius, -1.5, 1.5);
  return places.map((angle, j) =>
    [1, -1].map((end) => {
      const reach = end * (disc.radius + 13);
      return svg`<text class=${j === marked ? 'circle-number marked' : 'circle-number'} text-anchor="middle"
        x=${disc.x + reach * Math.cos(angle)} y=${disc.y - reach * Math.sin(angle) + 4}>${j + 1}</text>`;
    }),
  );
}

/** Its pattern beside it, on the side where there is room. */
function neuron(state: PlaneState, answer: PlaneAnswer, eye: Eye, layout: PlaneLayout, held: boolean): TemplateResult {
  const { x, y, near } = place(eye, layout, state.w);
  const above = y > layout.sphere.y;
  const half = 7 * answer.pattern.length;
  const middle = Math.min(Math.max(x, half), layout.width - half);
  const [w1, w2, w3] = state.w.map((value) => spoken(value, 2));
  return svg`<g class=${`neuron-mark mark${near ? '' : ' far'}${held ? ' dragged' : ''}`} role="slider" tabindex="0" data-index="-1" aria-label="Direction of the neuron"
      aria-valuemin="-1" aria-valuemax="1" aria-valuenow=${state.w[2].toFixed(2)}
      aria-valuetext=${`${w1}, ${w2}, bias ${w3}, ${spokenBits(answer.pattern)}${near ? '' : ', on the far side'}`}>
    <circle class="target" cx=${x} cy=${y} r="22" /><circle class="ring" cx=${x} cy=${y} r="11" />
    <circle class="tip" cx=${x} cy=${y} r="6" />
    <text class="bits here" x=${middle} y=${above ? y - 15 : y + 25} text-anchor="middle">${bitsText(answer.pattern)}</text>
  </g>`;
}
