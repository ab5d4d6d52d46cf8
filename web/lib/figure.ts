import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { onEveryFrame } from './animation-loop.ts';
import { figureStyle } from './figure-style.ts';

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
 * engine are shown in its own frame and the figure stays usable.
 */
export abstract class Figure extends LitElement {
  static override styles = [figureStyle];

  /** Width to draw in, CSS pixels; 0 before the first layout. */
  protected size = 0;
  private trouble: Trouble | null = null;
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

  protected abstract firstSeen(): void;
  protected abstract frame(now: number): void;
  protected abstract drawing(): TemplateResult;
  /** It is out of sight: time to give back what it holds of the machine. Frames come again when it is back. */
  protected rested(): void {}
  /** The reader asks for another try after a failure. */
  protected abstract retry(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    // Now, not when the observer first speaks: the figure would be empty for a frame and the page below would jump.
    this.size = Math.round(this.getBoundingClientRect().width);
    this.sizes.observe(this);
    this.sight.observe(this);
    document.addEventListener('visibilitychange', this.tabChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.sight.disconnect();
    document.removeEventListener('visibilitychange', this.tabChanged);
    this.moved(false);
  }

  /** Runs engine work; true when nothing went wrong. A dropped or cancelled request is no trouble; anything else is shown. */
  protected async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      if (this.trouble) this.show(null);
      return true;
    } catch (error) {
      if (isTrouble(error) && (error.kind === 'superseded' || error.kind === 'cancelled')) return true;
      this.show(isTrouble(error) ? error : { kind: 'internal', message: String(error) });
      return false;
    }
  }

  protected get failed(): boolean {
    return this.trouble?.kind === 'internal';
  }

  protected override render(): TemplateResult {
    return html`${this.size > 0 ? this.drawing() : nothing}${this.troubleNote()}<slot></slot>`;
  }

  private troubleNote(): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const { kind, message } = this.trouble;
    if (kind !== 'internal') return html`<p class="trouble" role="alert">The engine refused: ${message}</p>`;
    return html`<p class="trouble" role="alert">
      This figure failed (${message}). The others are not affected. <button class="text-button" @click=${this.again}>Try again</button>
    </p>`;
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
    this.size = Math.round(width);
    this.requestUpdate();
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
