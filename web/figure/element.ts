import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { onEveryFrame } from './animation-loop.ts';
import { drawingScale, readersLetters } from './drawing/drawing-scale.ts';
import type { Shareable } from './export/shareable.ts';
import { figureStyle } from './figure-style.ts';
import { icons } from './controls/icons.ts';
import { Legend, type LegendSelectors } from './drawing/legend.ts';

/** What a reader is told when the engine refuses or fails. */
interface Trouble {
  kind: string;
  message: string;
}

const isTrouble = (error: unknown): error is Trouble =>
  error instanceof Error && typeof (error as Error & { kind?: unknown }).kind === 'string';

/**
 * The life of every figure:
 *
 *     ready --first seen--> onscreen <---> offscreen
 *
 * Nothing is computed before the figure is first seen, and nothing while it is out of sight or in a hidden tab.
 * A figure says what it draws (`drawing`), what it does once (`firstSeen`) and at every frame (`frame`); errors of the
 * engine are shown in its own frame and the figure stays usable. Until it is `ready` its poster stands in its place.
 */
export abstract class Figure extends LitElement {
  static override styles = [figureStyle];
  /** What words can speak of, by name; see Legend. */
  static legend: LegendSelectors = {};

  readonly legend = new Legend(this, (this.constructor as typeof Figure).legend);

  /** Width to draw in, pixels of the drawing; 0 before the first layout. */
  protected size = 0;
  private trouble: Trouble | null = null;
  /** Said once, of a link, a file or the like. */
  private note: string | null = null;
  private seen = false;
  private inWindow = false;
  private stopLoop: (() => void) | null = null;
  private readonly sizes = new ResizeObserver(([entry]) => this.resized(entry.contentRect.width));
  private readonly sight = new IntersectionObserver(
    (entries) => this.moved(entries[entries.length - 1].isIntersecting),
    {
      rootMargin: '20% 0px',
    },
  );
  private readonly tabChanged = (): void => this.wakeOrRest();
  private readonly linkChanged = (): void => this.followLink();

  protected abstract firstSeen(): void;
  protected abstract frame(now: number): void;
  protected abstract drawing(): TemplateResult;
  /** There is something to draw. */
  protected abstract get ready(): boolean;
  /** It is out of sight: time to give back what it holds of the machine. Frames come again when it is back. */
  protected rested(): void {}
  /** The reader asks for another try after a failure. */
  protected abstract retry(): void;
  /** What the reader may take away; null as long as there is nothing. */
  protected shareable(): Shareable | null {
    return null;
  }
  /** The page's address has changed: it may hold a state of this figure. */
  protected followLink(): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    // Now, not when the observer first speaks: the figure would be empty for a frame and the page below would jump.
    this.fit(this.getBoundingClientRect().width);
    this.sizes.observe(this);
    this.sight.observe(this);
    document.addEventListener('visibilitychange', this.tabChanged);
    addEventListener('hashchange', this.linkChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.sight.disconnect();
    document.removeEventListener('visibilitychange', this.tabChanged);
    removeEventListener('hashchange', this.linkChanged);
    this.moved(false);
  }

  /**
   * Runs engine work; true when nothing went wrong. A dropped or cancelled request is no trouble. A worker that dies takes with
   * it what it was asked by others too: a new one is asked once more. Anything else is shown.
   */
  protected async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work().catch((error) => (isTrouble(error) && error.kind === 'internal' ? work() : Promise.reject(error)));
      if (this.trouble) this.show(null);
      return true;
    } catch (error) {
      if (isTrouble(error) && (error.kind === 'superseded' || error.kind === 'cancelled')) return true;
      this.show(isTrouble(error) ? error : { kind: 'internal', message: String(error) });
      return false;
    }
  }

  protected get failed(): boolean {
    return this.trouble !== null && this.trouble.kind !== 'invalid-argument';
  }

  protected override render(): TemplateResult {
    const picture = this.size > 0 && this.ready ? this.drawing() : this.poster();
    return html`${picture}${this.troubleNote()}
      ${this.note ? html`<p class="note" role="status">${this.note}</p>` : nothing}
      <button class="share" type="button" title="Share and export" @click=${this.share}>
        <svg viewBox="0 0 20 20" aria-hidden="true">${icons.share}</svg><span>Share and export</span>
      </button><slot></slot>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.toggleAttribute('data-ready', this.ready);
  }

  /** The page's picture of the figure, and that it will come alive. */
  private poster(): TemplateResult {
    return html`<slot name="poster"></slot>${this.trouble ? nothing : html`<p class="waiting">Starting the engine…</p>`}`;
  }

  /** Fetched only now: most readers never ask. */
  private readonly share = async (): Promise<void> => {
    const things = this.shareable();
    if (!things) return;
    try {
      const { openShareDialog } = await import('./export/dialog.ts');
      openShareDialog(this, things, (words) => this.say(words));
    } catch {
      this.say('This part of the page could not be loaded. Reload the page to try again.');
    }
  };

  protected say(note: string | null): void {
    this.note = note;
    this.requestUpdate();
  }

  private troubleNote(): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const { kind, message } = this.trouble;
    if (!this.failed) return html`<p class="trouble" role="alert">The engine refused: ${message}</p>`;
    const what =
      kind === 'unavailable'
        ? 'This figure failed: the engine that computes it could not be loaded. Check the connection and try again, or reload the page.'
        : `This figure failed: the engine broke off (${message}). What you have set is kept, and the other figures are not affected.`;
    return html`<p class="trouble" role="alert">${what} <button class="text-button" @click=${this.again}>Try again</button></p>`;
  }

  private readonly again = (): void => {
    this.show(null);
    this.retry();
  };

  private show(trouble: Trouble | null): void {
    this.trouble = trouble;
    this.requestUpdate();
  }

  private resized(width: number): void {
    this.fit(width);
    this.requestUpdate();
  }

  private fit(width: number): void {
    const { letters, drawing } = drawingScale(width, readersLetters());
    this.size = Math.round(width / drawing);
    this.toggleAttribute('data-enlarged', drawing > 1);
    this.style.setProperty('--letters', String(letters));
    this.style.setProperty('--drawing', String(drawing));
  }

  private moved(inWindow: boolean): void {
    this.inWindow = inWindow;
    this.wakeOrRest();
  }

  private wakeOrRest(): void {
    const awake = this.inWindow && !document.hidden;
    if (awake && !this.stopLoop) {
      if (!this.seen) this.firstSeen();
      this.seen = true;
      this.stopLoop = onEveryFrame((now) => this.frame(now));
    } else if (!awake && this.stopLoop) {
      this.stopLoop();
      this.stopLoop = null;
      this.rested();
    }
  }
}
