import { svg, type TemplateResult } from 'lit';
import type { Position } from '../../figure/controls/drag.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { eyeOf, facing, placeAt, seen, type Vector } from './orbit.ts';
import { OrbitControl } from './orbit-control.ts';
import { plane } from './plane.ts';
import { planeLayout } from './plane-layout.ts';
import { GRID, movePoint, type PlaneAnswer, type PlaneState, SIDE, stepPoint } from './plane-model.ts';
import { sphere } from './sphere.ts';
import type { Stage } from './stage.ts';

/** So near to a line of others a point is put on it, pixels; to another point, twice as far. */
const REACH = 3;
/** Points in the plane, and the sphere of directions that they cut. */
export class PlaneView {
  /** The points by their numbers, and after them the direction. */
  readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    keep: () => this.keep(),
    focus: (index) => this.stage.focus(index < this.stage.state().points.length ? index : -1),
    nudge: (index) => (index < this.stage.state().points.length ? (GRID / 2 / SIDE) * this.layout().square.side : 4),
    holding: () => this.stage.redraw(),
  });
  private readonly stage: Stage<PlaneState>;
  /** The point under the pointer, or in focus: its circle is told from the others. */
  private pointed: number | null = null;
  readonly orbit: OrbitControl;

  constructor(stage: Stage<PlaneState>) {
    this.stage = stage;
    this.orbit = new OrbitControl({
      turn: () => stage.state().turn,
      change: (turn) => stage.change({ turn }),
      disc: () => this.layout().sphere,
      pointAt: (at) => stage.change({ w: this.onSphere(at, 1) }),
      redraw: () => stage.redraw(),
    });
  }

  private keep(): () => void {
    const { points, w } = this.stage.state();
    return () => this.stage.change({ points, w });
  }

  drawing(state: PlaneState, answer: PlaneAnswer): TemplateResult {
    const layout = this.layout();
    const { width, height, square } = layout;
    const { held } = this.marks;
    const selected = Math.min(this.marks.selected, state.points.length - 1);
    return svg`<svg class="in-space" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="The sphere of directions and the points in the plane"
        @pointerdown=${this.down} @touchstart=${this.marks.touch} @keydown=${this.key}
        @pointerover=${this.over} @focusin=${this.over} @pointerleave=${this.away} @focusout=${this.away}>
      <text class="name" x=${layout.sphere.x} y=${layout.names.sphere} text-anchor="middle">directions <tspan class="letter">𝐰 = (𝑤₁, 𝑤₂, 𝑤₃)</tspan>, <tspan class="letter">𝑤₃</tspan> upwards</text>
      <text class="name" x=${square.left} y=${layout.names.plane}><tspan class="letter">𝐰 · 𝐱 &gt; 0</tspan>: the side that the neuron sees</text>
      ${plane(state, answer, layout, { selected, held })}
      ${sphere(state, answer, layout, this.orbit.shown, { held, pointed: this.pointed })}
    </svg>`;
  }

  /** The neuron deepest inside a cell, turned to where it can be seen. */
  choose({ directions }: PlaneAnswer, k: number): void {
    this.look(directions[k]);
  }

  private layout() {
    return planeLayout(this.stage.width());
  }

  private look(w: Vector): void {
    this.stage.change({ w, turn: facing(this.stage.state().turn, w) });
  }

  private places(): Position[] {
    const { x, y, sphere: disc } = this.layout();
    const { points, w } = this.stage.state();
    const [right, up] = seen(eyeOf(this.orbit.shown), w);
    const direction = { x: disc.x + right * disc.radius, y: disc.y - up * disc.radius };
    return [...points.map(([a, b]) => ({ x: x(a), y: y(b) })), direction];
  }

  private moveTo(index: number, at: Position): void {
    const state = this.stage.state();
    const { x, y } = this.layout();
    const byHand = this.marks.held !== null;
    if (index < state.points.length) {
      const to = [x.invert(at.x), y.invert(at.y)] as const;
      const reach = x.invert(REACH) - x.invert(0);
      this.stage.change(byHand ? movePoint(state, index, to, reach) : stepPoint(state, index, to));
      return;
    }
    const far = seen(eyeOf(this.orbit.shown), state.w)[2] < 0;
    const w = this.onSphere(at, far ? -1 : 1);
    if (byHand) this.stage.change({ w });
    else this.look(w);
  }

  private onSphere(at: Position, side: 1 | -1): Vector {
    const { sphere: disc } = this.layout();
    return placeAt(eyeOf(this.orbit.shown), (at.x - disc.x) / disc.radius, (disc.y - at.y) / disc.radius, side);
  }

  private readonly down = (event: PointerEvent): void => {
    this.marks.down(event);
    if (!event.defaultPrevented) this.orbit.down(event);
  };

  private readonly over = (event: Event): void => {
    const index = (event.target as Element).closest('.point')?.getAttribute('data-index');
    this.point(index ? Number(index) : null);
  };
  private readonly away = (): void => this.point(null);

  private point(index: number | null): void {
    if (index === this.pointed) return;
    this.pointed = index;
    this.stage.redraw();
  }

  private readonly key = (event: KeyboardEvent): void => {
    const on = (mark: string): boolean => (event.target as Element).closest(mark) !== null;
    if (on('.globe') && this.orbit.key(event)) return;
    const neuron = this.stage.state().points.length;
    if (on('.neuron-mark') && this.marks.selected !== neuron) this.marks.select(neuron);
    this.marks.key(event);
  };
}
