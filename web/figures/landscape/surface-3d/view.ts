import { html, nothing, type TemplateResult } from 'lit';
import { placeIn } from '../../../figure/controls/drag.ts';
import type { Part, Workshop } from '../../../figure/declaration.ts';
import { type Angle, type Camera, HOME } from '../../../figure/space/camera.ts';
import { Flight } from '../../../figure/space/flight.ts';
import { Orbit } from '../../../figure/space/orbit.ts';
import { spoken } from '../../../figure/words/number-format.ts';
import { type Layout, layoutFor } from '../layout.ts';
import type { Answer, State } from '../model.ts';
import { shownLoss } from '../words.ts';
import { type Relief, reliefOf } from './relief.ts';
import { Stage } from './stage.ts';

/** What is looked at, and from where. */
export interface Sighting {
  readonly relief: Relief;
  readonly camera: Camera;
}

/** The surface in the figure: opened when it is asked for, turned by the reader, closed when nobody looks. */
export class SurfaceView implements Part {
  readonly stage: Stage;
  readonly orbit: Orbit;
  private readonly flight: Flight;
  private relief: Relief | null = null;
  /** The update that shows where the flight is in this frame. */
  private awaited = false;

  constructor(private readonly figure: Workshop<State, Answer>) {
    this.flight = new Flight(figure.host.motion);
    this.stage = new Stage(figure.host, () => figure.redraw());
    const look = (angle: Angle): void => {
      this.flight.land();
      figure.change({ angle });
    };
    this.orbit = new Orbit({ angle: () => figure.set.angle, look, reset: this.reset });
  }

  get isOpen(): boolean {
    return this.stage.standing === 'open';
  }

  /** The surface is asked for and there. */
  get shows(): boolean {
    return this.figure.set.view === 'surface' && this.isOpen;
  }

  /** The reader asks for it: the map of the contours rises. */
  async open(): Promise<void> {
    if (this.isOpen) return;
    await this.stage.open();
    if (!this.isOpen) return;
    this.flight.rise();
    this.figure.redraw();
  }

  readonly reset = (): void => {
    this.flight.turnFrom(this.figure.set.angle);
    this.figure.change({ angle: HOME });
  };

  sight({ surface }: Answer, { pane }: Layout): Sighting {
    if (this.relief?.surface !== surface) this.relief = reliefOf(surface);
    const { relief } = this;
    return { relief, camera: this.flight.camera(this.figure.set.angle, pane, relief.outline) };
  }

  /** Draws once a frame, however often the figure has been updated since the last one. */
  frame(now: number): void {
    if (this.figure.set.view !== 'surface') return;
    if (this.stage.standing === 'closed') void this.stage.open();
    this.stage.frame(now);
    if (this.flight.flying) {
      this.flight.frame(now);
      this.figure.redraw();
      this.awaited = true;
    } else this.stage.draw();
  }

  /** The figure has been updated: if in a frame, then for it, or the surface would come a frame after the marks that stand on it. */
  updated(): void {
    if (!this.shows) return;
    if (this.awaited) this.stage.draw();
    this.awaited = false;
  }

  rested(): void {
    this.stage.close();
  }

  /** The pane over the surface is turned from wherever no mark is. */
  down(event: PointerEvent): void {
    const { answer, width, root } = this.figure;
    if (!this.shows || !answer) return;
    const { pane } = layoutFor(width, answer);
    const { x, y } = placeIn(event.currentTarget as Element, event);
    if (x > pane.width || y < pane.top || y > pane.top + pane.height) return;
    root?.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
    this.orbit.down(event);
  }

  canvas(answer: Answer, { relief, camera }: Sighting): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    this.stage.show(answer, relief, camera);
    return html`<div class="stage" tabindex="0" role="application" aria-roledescription="surface to be turned"
      aria-label=${description(answer, this.figure.set.angle)} @keydown=${this.orbit.key}>${this.stage.canvas}</div>`;
  }
}

function description({ surface, descent }: Answer, { turn, tilt }: Angle): string {
  const minima = surface.minima.map(({ loss }) => spoken(shownLoss(surface, loss), 3)).join(', ');
  const end = spoken(descent.loss[descent.loss.length - 1], 3);
  return `The loss as a surface over w1 and w2, turned by ${spoken(Math.round(turn), 3)} degrees and seen from ${spoken(Math.round(tilt), 3)} degrees above.
    Minima at loss ${minima}; the descent ends at loss ${end}. Arrow keys turn and tilt it, Home goes back to the first view.`.replace(
    /\s+/g,
    ' ',
  );
}
