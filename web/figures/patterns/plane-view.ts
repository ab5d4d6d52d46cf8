import { svg, type TemplateResult } from 'lit';
import { Drag, type Position } from '../../lib/drag.ts';
import { MovableMarks } from '../../lib/movable-marks.ts';
import { apart, between, eyeOf, facing, HOME, placeAt, seen, type Turn, turned, type Vector } from './orbit.ts';
import { plane } from './plane.ts';
import { planeLayout } from './plane-layout.ts';
import { GRID, movePoint, type PlaneAnswer, type PlaneState, SIDE, stepPoint } from './plane-model.ts';
import { sphere } from './sphere.ts';
import type { Stage } from './stage.ts';

/** A pointer that moves less has pointed at a place and turned nothing, pixels. */
const STILL = 4;
/** So near to a line of others a point is put on it, pixels; to another point, twice as far. */
const REACH = 3;
/** How fast the sphere turns by itself, 1 / ms. */
const SPEED = 1 / 110;
const STEP = Math.PI / 36;

const TURNS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Points in the plane, and the sphere of directions that they cut. */
export class PlaneView {
  /** The points by their numbers, and after them the direction. */
  readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    focus: (index) => this.stage.focus(index < this.stage.state().points.length ? index : -1),
    nudge: (index) => (index < this.stage.state().points.length ? (GRID / 2 / SIDE) * this.layout().square.side : 4),
    holding: () => this.stage.redraw(),
  });
  private readonly stage: Stage<PlaneState>;
  /** The turn that is shown, on the way to the one that is set. */
  private shown: Turn;
  private last = 0;
  /** The point under the pointer, or in focus: its circle is told from the others. */
  private pointed: number | null = null;
  private readonly orbit = new Drag<{ from: Turn; at: Position; byFinger: boolean; moved: boolean; now: Position }>({
    pick: (at, event) => this.takeHold(at, event),
    move: (hold, at) => {
      hold.now = at;
      hold.moved ||= Math.hypot(at.x - hold.at.x, at.y - hold.at.y) > STILL;
      const { radius } = this.layout().sphere;
      // A finger that goes up or down scrolls the page.
      const down = hold.byFinger ? 0 : (at.y - hold.at.y) / radius;
      if (hold.moved) this.turnAtOnce(turned(hold.from, (at.x - hold.at.x) / radius, down));
    },
    end: ({ moved, now }) => !moved && this.pointAt(now),
    cancel: ({ from }) => this.turnAtOnce(from),
  });

  constructor(stage: Stage<PlaneState>) {
    this.stage = stage;
    this.shown = stage.state().turn;
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
      ${sphere(state, answer, layout, this.shown, { held, pointed: this.pointed })}
    </svg>`;
  }

  /** The neuron deepest inside a cell, turned to where it can be seen. */
  choose({ directions }: PlaneAnswer, k: number): void {
    this.look(directions[k]);
  }

  get atHome(): boolean {
    return apart(this.stage.state().turn, HOME) < 1e-6;
  }

  goHome(): void {
    this.stage.change({ turn: HOME });
  }

  frame(now: number): void {
    const { turn } = this.stage.state();
    const share = 1 - Math.exp(-(now - this.last) * SPEED);
    this.last = now;
    if (this.shown === turn) return;
    const there = apart(this.shown, turn) < 0.004 || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.shown = there ? turn : between(this.shown, turn, share);
    this.stage.redraw();
  }

  private layout() {
    return planeLayout(this.stage.width());
  }

  private look(w: Vector): void {
    this.stage.change({ w, turn: facing(this.stage.state().turn, w) });
  }

  private turnAtOnce(turn: Turn): void {
    this.shown = turn;
    this.stage.change({ turn });
  }

  private places(): Position[] {
    const { x, y, sphere: disc } = this.layout();
    const { points, w } = this.stage.state();
    const [right, up] = seen(eyeOf(this.shown), w);
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
    const far = seen(eyeOf(this.shown), state.w)[2] < 0;
    const w = this.onSphere(at, far ? -1 : 1);
    if (byHand) this.stage.change({ w });
    else this.look(w);
  }

  private onSphere(at: Position, side: 1 | -1): Vector {
    const { sphere: disc } = this.layout();
    return placeAt(eyeOf(this.shown), (at.x - disc.x) / disc.radius, (disc.y - at.y) / disc.radius, side);
  }

  private pointAt(at: Position): void {
    this.stage.change({ w: this.onSphere(at, 1) });
  }

  private takeHold(at: Position, event: PointerEvent) {
    const { sphere: disc } = this.layout();
    if (Math.hypot(at.x - disc.x, at.y - disc.y) > disc.radius) return null;
    this.turnAtOnce(this.shown);
    return { from: this.shown, at, byFinger: event.pointerType === 'touch', moved: false, now: at };
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
    const onGlobe = (event.target as Element).closest('.globe') !== null;
    const way = TURNS[event.key];
    if (onGlobe && event.key === 'Home') this.goHome();
    else if (onGlobe && way) {
      const times = event.shiftKey ? 4 : 1;
      this.stage.change({ turn: turned(this.stage.state().turn, way[0] * times, way[1] * times) });
    } else {
      const neuron = this.stage.state().points.length;
      const onNeuron = (event.target as Element).closest('.neuron-mark') !== null;
      if (onNeuron && this.marks.selected !== neuron) this.marks.select(neuron);
      this.marks.key(event);
      return;
    }
    event.preventDefault();
  };
}
