import { nothing, svg, type TemplateResult } from 'lit';
import type { Position } from '../../figure/controls/drag.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import type { Layout } from './layout.ts';
import type { Answer, State } from './model.ts';

/** Within this many pixels of a corner the handle is on it. */
const SNAP = 6;
/** With more corners than this their edges are but a grey. */
const MANY = 60;

export const cornerAt = ({ set }: Pick<Answer, 'set'>, { u, v }: Layout, k: number): Position => ({
  x: u(set.places.data[2 * k]),
  y: v(set.places.data[2 * k + 1]),
});

/** What becomes of the state when the handle is moved: onto a corner where a hand is near one, else to the place. */
export function moveHandle(answer: Answer, layout: Layout, to: Position, byHand: boolean): Partial<State> {
  const { set } = answer;
  const distance = (k: number): number => {
    const { x, y } = cornerAt(answer, layout, set.walk[k]);
    return Math.hypot(x - to.x, y - to.y);
  };
  const nearest = set.walk.reduce((best, _, k) => (distance(k) < distance(best) ? k : best), 0);
  if (byHand && distance(nearest) <= SNAP) return { t: nearest, place: null };
  const within = (value: number): number => Math.min(Math.max(value, -2), 2);
  return { place: [within(layout.u.invert(to.x)), within(layout.v.invert(to.y))] };
}

const outline = (answer: Answer, layout: Layout): string =>
  Array.from(answer.set.hull, (k, i) => {
    const { x, y } = cornerAt(answer, layout, k);
    return `${i ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`;
  }).join('');

function edges(answer: Answer, layout: Layout): string {
  const { data, rows } = answer.set.edges;
  const end = (k: number): string => {
    const { x, y } = cornerAt(answer, layout, k);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  return Array.from({ length: rows }, (_, e) => `M${end(data[2 * e])}L${end(data[2 * e + 1])}`).join('');
}

export const handleAt = ({ here }: Answer, { u, v }: Layout): Position => ({ x: u(here.u), y: v(here.v) });

/** The polytope of optimal networks, its corners, and the handle on the one that is drawn. */
export function map(answer: Answer, layout: Layout, marks: Selection, untouched: boolean): TemplateResult {
  const { set, here, labels } = answer;
  const { map: box } = layout;
  const count = set.corners.rows;
  const handle = handleAt(answer, layout);
  const name = svg`<text class="name" x=${box.middle.x} y=${box.top - 24} text-anchor="middle">${count === 1 ? 'the best network' : 'all best networks'}</text>`;
  const dots = Array.from({ length: count }, (_, k) => {
    const { x, y } = cornerAt(answer, layout, k);
    return svg`<circle class="corner" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r=${count > MANY ? 2 : 3.5} />`;
  });
  return svg`${name}
    <path class="hull" d=${`${outline(answer, layout)}z`} />
    <path class=${count > MANY ? 'edges many' : 'edges'} d=${edges(answer, layout)} />${dots}
    ${untouched && count > 1 ? svg`<text class="hint" x=${handle.x + (handle.x > box.middle.x ? -18 : 18)} y=${handle.y + 5} text-anchor=${handle.x > box.middle.x ? 'end' : 'start'}>drag me</text>` : nothing}
    ${movableMark(marks, labels.length, {
      name: 'handle',
      at: handle,
      shape: svg`<circle class="dot" r="6" />`,
      label: 'Network on the map of best networks',
      now: here.u.toFixed(4),
      text: `${here.width} neurons, at ${here.u.toFixed(3)} and ${here.v.toFixed(3)}`,
      range: [-1, 1],
    })}`;
}
