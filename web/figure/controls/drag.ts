/** Where the pointer is, in pixels of the drawing from its top left corner. */
export interface Position {
  x: number;
  y: number;
}

/** Drawings may be shown larger than they are drawn. */
export function placeIn(drawing: Element, { clientX, clientY }: PointerEvent): Position {
  const box = drawing.getBoundingClientRect();
  const scale = drawing instanceof SVGSVGElement && box.width > 0 ? drawing.viewBox.baseVal.width / box.width : 1;
  return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
}

export interface DragTarget<H> {
  /** The handle under or near the pointer, or null: then the pointer is left to the page. */
  pick(at: Position, event: PointerEvent): H | null;
  move(handle: H, at: Position): void;
  end(handle: H): void;
  /** Escape, or the browser took the pointer away: everything as before the drag. */
  cancel(handle: H): void;
}

/**
 * One drag at a time with mouse, pen or finger. Bind `down` to pointerdown and `touch` to touchstart of the element that
 * owns the handles.
 */
export class Drag<H> {
  private release: (() => void) | null = null;
  private readonly target: DragTarget<H>;

  constructor(target: DragTarget<H>) {
    this.target = target;
  }

  get active(): boolean {
    return this.release !== null;
  }

  readonly down = (event: PointerEvent): void => {
    if (this.release || event.button !== 0) return;
    const owner = event.currentTarget as SVGElement | HTMLElement;
    const at = (e: PointerEvent): Position => placeIn(owner, e);
    const handle = this.target.pick(at(event), event);
    if (handle === null) return;
    event.preventDefault();
    this.follow(owner, event.pointerId, handle, at);
  };

  /** A finger on a handle does not scroll the page; touch-action alone is not heeded inside an SVG. */
  readonly touch = (event: TouchEvent): void => {
    if (this.release) event.preventDefault();
  };

  private follow(owner: SVGElement | HTMLElement, id: number, handle: H, at: (event: PointerEvent) => Position): void {
    const stop = new AbortController();
    const mine = (action: (event: PointerEvent) => void) => (event: Event) => {
      if ((event as PointerEvent).pointerId === id) action(event as PointerEvent);
    };
    const finish = (outcome: (handle: H) => void): void => {
      stop.abort();
      this.release = null;
      outcome(handle);
    };
    const end = (h: H) => this.target.end(h);
    const cancel = (h: H) => this.target.cancel(h);
    const { signal } = stop;
    this.release = () => finish(cancel);
    owner.setPointerCapture(id);
    owner.addEventListener(
      'pointermove',
      mine((event) => this.target.move(handle, at(event))),
      { signal },
    );
    owner.addEventListener(
      'pointerup',
      mine(() => finish(end)),
      { signal },
    );
    owner.addEventListener(
      'pointercancel',
      mine(() => finish(cancel)),
      { signal },
    );
    // The drawing was taken away under the pointer, which then speaks to the document alone.
    document.addEventListener(
      'lostpointercapture',
      mine(() => finish(cancel)),
      { signal },
    );
    window.addEventListener('keydown', (event) => event.key === 'Escape' && finish(cancel), { signal });
  }
}
