import { svg, type TemplateResult } from 'lit';
import { angleAt, middleOf, onCircle } from '../../figure/drawing/direction-circle.ts';
import type { Position } from '../../figure/controls/drag.ts';
import { MovableMarks } from '../../figure/controls/movable-marks.ts';
import { circle } from './circle.ts';
import { line } from './line.ts';
import { lineLayout } from './line-layout.ts';
import { type LineAnswer, type LineState, movePoint } from './line-model.ts';
import type { Stage } from './stage.ts';

/** Points on a line, and the circle of directions that they cut. */
export class LineView {
  /** The points by their numbers, and after them the direction. */
  readonly marks = new MovableMarks({
    places: () => this.places(),
    moveTo: (index, at) => this.moveTo(index, at),
    keep: () => this.keep(),
    focus: (index) => this.stage.focus(index < this.stage.state().points.length ? index : -1),
    holding: () => this.stage.redraw(),
  });
  private readonly stage: Stage<LineState>;

  constructor(stage: Stage<LineState>) {
    this.stage = stage;
  }

  private keep(): () => void {
    const { points, angle } = this.stage.state();
    return () => this.stage.change({ points, angle });
  }

  drawing(state: LineState, answer: LineAnswer): TemplateResult {
    const layout = lineLayout(this.stage.width(), state.points.length);
    const { width, height } = layout;
    const { selected, held } = this.marks;
    const n = state.points.length;
    return svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label="The circle of directions and the points on the line"
        @pointerdown=${this.marks.down} @touchstart=${this.marks.touch} @keydown=${this.key}>
      ${circle(state, answer, layout, held === n)}
      ${line(state, answer, layout, Math.min(selected, n - 1), held)}
      <text class="name" x=${layout.line.left} y=${layout.line.top - 14}>output of the neuron in that direction</text>
    </svg>`;
  }

  /** Turns the direction into the middle of a wedge. */
  choose(answer: LineAnswer, k: number): void {
    this.stage.change({ angle: middleOf(answer.arcs, k) });
  }

  private layout() {
    return lineLayout(this.stage.width(), this.stage.state().points.length);
  }

  private places(): Position[] {
    const { x, line: axis, circle: disc } = this.layout();
    const { points, angle } = this.stage.state();
    return [...points.map((t) => ({ x: x(t), y: axis.base })), onCircle(disc, angle)];
  }

  private moveTo(index: number, at: Position): void {
    const { x, circle: disc } = this.layout();
    const state = this.stage.state();
    if (index < state.points.length) this.stage.change(movePoint(state, index, x.invert(at.x)));
    else this.stage.change({ angle: angleAt(disc, at) });
  }

  /** The direction is a tab stop of its own: arrows turn it wherever the selection is. */
  private readonly key = (event: KeyboardEvent): void => {
    const onDirection = (event.target as Element).closest('.direction') !== null;
    const sense = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 }[event.key];
    if (!onDirection || sense === undefined) {
      this.marks.key(event);
      return;
    }
    event.preventDefault();
    this.stage.change({ angle: this.stage.state().angle + (sense * (event.shiftKey ? 10 : 2) * Math.PI) / 180 });
  };
}
