import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Fired by a figure when the pointer goes to other marks; `detail`: the names of those under it. */
export const LEGEND_POINTED = 'hcx-legend-pointed';

/** What words can speak of: a role (`data`) or a symbol (`x1`), and the selector of its marks in the drawing. */
export type LegendSelectors = Readonly<Record<string, string>>;

/** The marks of a figure by name: those of one name are lit by fading all the others. */
export class Legend implements ReactiveController {
  private lit: string | null = null;
  private fading = false;
  private pointed: readonly string[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement & { renderRoot: ParentNode & EventTarget },
    private readonly selectors: LegendSelectors,
  ) {
    host.addController(this);
  }

  draws(name: string): boolean {
    return name in this.selectors;
  }

  light(name: string | null): void {
    this.lit = name;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.host.addEventListener('pointerover', this.over);
    this.host.addEventListener('pointerleave', this.leave);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('pointerover', this.over);
    this.host.removeEventListener('pointerleave', this.leave);
  }

  hostUpdated(): void {
    const selector = this.lit === null ? null : (this.selectors[this.lit] ?? null);
    if (!selector && !this.fading) return;
    this.fading = selector !== null;
    for (const mark of this.host.renderRoot.querySelectorAll(Object.values(this.selectors).join())) {
      mark.toggleAttribute('data-faded', selector !== null && !mark.closest(selector));
    }
  }

  /** The first of the path is the mark itself, inside the shadow of the figure. */
  private readonly over = (event: PointerEvent): void => {
    const [at] = event.composedPath();
    if (at instanceof Element) {
      this.tell(Object.keys(this.selectors).filter((name) => at.closest(this.selectors[name])));
    }
  };

  private readonly leave = (): void => this.tell([]);

  private tell(names: readonly string[]): void {
    if (names.join() === this.pointed.join()) return;
    this.pointed = names;
    this.host.dispatchEvent(new CustomEvent(LEGEND_POINTED, { detail: names, bubbles: true }));
  }
}
