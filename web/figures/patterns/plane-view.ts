import { svg, type TemplateResult } from 'lit';
import type { Position } from '../../figure/controls/drag.ts';
import type { Mark, View, Workshop } from '../../figure/declaration.ts';
import { drawing } from '../../figure/drawing/frame.ts';
import type { Answer, State } from './model.ts';
import { eyeOf, facing, placeAt, seen, type Vector } from './orbit.ts';
import { OrbitControl } from './orbit-control.ts';
import { DIRECTION } from './patterned.ts';
import { plane } from './plane.ts';
import { type PlaneLayout, planeLayout } from './plane-layout.ts';
import { GRID, movePoint, type PlaneAnswer, type PlaneState, SIDE, stepPoint } from './plane-model.ts';
import { sphere } from './sphere.ts';

/** So near to a line of others a point is put on it, pixels; to another point, twice as far. */
const REACH = 3;

type PlaneFigure = Pick<View<State, Answer>, 'set' | 'width'>;

/** Points in the plane, and the sphere of directions that they cut, which the reader turns. */
export class PlaneView {
  readonly orbit: OrbitControl;
  /** The point under the pointer, or in focus: its circle is told from the others. */
  private pointed: number | null = null;

  constructor(private readonly figure: Workshop<State, Answer>) {
    this.orbit = new OrbitControl({
      turn: () => figure.set.plane.turn,
      change: (turn) => this.change({ turn }),
      disc: () => planeLayout(figure.width).sphere,
      pointAt: (at) => this.change({ w: this.onSphere(planeLayout(figure.width), at, 1) }),
      redraw: () => figure.redraw(),
      still: () => figure.host.motion.still(),
    });
  }

  private change(change: Partial<PlaneState>): void {
    this.figure.change({ plane: { ...this.figure.set.plane, ...change } });
  }

  /** The points by their numbers, and after them the direction. */
  places({ set, width }: PlaneFigure): Mark<State>[] {
    const state = set.plane;
    const layout = planeLayout(width);
    const { x, y, sphere: disc, square } = layout;
    const reach = x.invert(REACH) - x.invert(0);
    const become = (change: Partial<PlaneState>): Partial<State> => ({ plane: { ...state, ...change } });
    const points = state.points.map(([a, b], j): Mark<State> => {
      const move: Mark<State>['move'] = (at, byHand) => {
        const to = [x.invert(at.x), y.invert(at.y)] as const;
        return become(byHand ? movePoint(state, j, to, reach) : stepPoint(state, j, to));
      };
      return { x: x(a), y: y(b), move, nudge: (GRID / 2 / SIDE) * square.side };
    });
    const [right, up, depth] = seen(eyeOf(this.orbit.shown), state.w);
    const turn: Mark<State>['move'] = (at, byHand) => {
      const w = this.onSphere(layout, at, depth < 0 ? -1 : 1);
      return become(byHand ? { w } : { w, turn: facing(state.turn, w) });
    };
    const direction = { x: disc.x + right * disc.radius, y: disc.y - up * disc.radius };
    return [...points, { ...direction, move: turn, index: DIRECTION }];
  }

  drawing(view: View<State, Answer, unknown>, answer: PlaneAnswer): TemplateResult {
    const state = view.state.plane;
    const layout = planeLayout(view.width);
    const { square, sphere: disc, names } = layout;
    const { held } = view.marks;
    const marks = { selected: Math.min(view.marks.selected, state.points.length - 1), held };
    const content = svg`<g class="in-space" @pointerover=${this.over} @focusin=${this.over} @pointerleave=${this.away} @focusout=${this.away}>
      <text class="name" x=${disc.x} y=${names.sphere} text-anchor="middle">directions <tspan class="letter">𝐰 = (𝑤₁, 𝑤₂, 𝑤₃)</tspan>, <tspan class="letter">𝑤₃</tspan> upwards</text>
      <text class="name" x=${square.left} y=${names.plane}><tspan class="letter">𝐰 · 𝐱 &gt; 0</tspan>: the side that the neuron sees</text>
      ${plane(state, answer, layout, marks)}
      ${sphere(state, answer, layout, this.orbit.shown, { held, pointed: this.pointed })}
    </g>`;
    return drawing(view, layout, 'The sphere of directions and the points in the plane', content);
  }

  /** The neuron deepest inside a cell, turned to where it can be seen. */
  look(w: Vector): void {
    this.change({ w, turn: facing(this.figure.set.plane.turn, w) });
  }

  private onSphere({ sphere: disc }: PlaneLayout, at: Position, side: 1 | -1): Vector {
    return placeAt(eyeOf(this.orbit.shown), (at.x - disc.x) / disc.radius, (disc.y - at.y) / disc.radius, side);
  }

  key(event: KeyboardEvent): boolean {
    return (event.target as Element).closest('.globe') !== null && this.orbit.key(event);
  }

  private readonly over = (event: Event): void => {
    const index = (event.target as Element).closest('.point')?.getAttribute('data-index');
    this.point(index ? Number(index) : null);
  };
  private readonly away = (): void => this.point(null);

  private point(index: number | null): void {
    if (index === this.pointed) return;
    this.pointed = index;
    this.figure.redraw();
  }
}
