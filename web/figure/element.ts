import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { onEveryFrame } from './animation-loop.ts';
import { icons } from './controls/icons.ts';
import type { Declaration } from './declaration.ts';
import { drawingScale, readersLetters } from './drawing/drawing-scale.ts';
import { Legend } from './drawing/legend.ts';
import { askForHost, type Host } from './host.ts';
import { FigureInstance } from './instance.ts';
import type { Trouble } from './trouble.ts';

/**
 * The element of a declared figure:
 *
 *     connected --first seen--> onscreen <---> offscreen
 *
 * It finds its host where it stands, measures the room it has, and shows the instance; what is computed and drawn is the
 * instance's. Nothing is computed before the figure is first seen, and nothing while it is out of sight or in a hidden tab. Errors
 * of the engine are shown in the figure's own frame and it stays usable. Until there is something to draw its poster stands there.
 */
export abstract class FigureElement<State extends object, Answer, Parts extends object | undefined> extends LitElement {
  readonly legend: Legend;
  protected abstract readonly declared: Declaration<State, Answer, Parts>;
  private instance: FigureInstance<State, Answer, Parts> | null = null;
  private width = 0;
  private note: string | null = null;
  private seen = false;
  private inWindow = false;
  private stopLoop: (() => void) | null = null;
  private stopLinks: (() => void) | null = null;
  private readonly sizes = new ResizeObserver(([entry]) => this.resized(entry.contentRect.width));
  private readonly sight = new IntersectionObserver(
    (entries) => this.moved(entries[entries.length - 1].isIntersecting),
    { rootMargin: '20% 0px' },
  );
  private readonly tabChanged = (): void => this.wakeOrRest();

  constructor(declared: Pick<Declaration<State, Answer, Parts>, 'legend'>) {
    super();
    this.legend = new Legend(this, declared.legend ?? {});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.instance ??= this.made(askForHost(this));
    // Now, not when the observer first speaks: the figure would be empty for a frame and the page below would jump.
    this.fit(this.getBoundingClientRect().width);
    this.sizes.observe(this);
    this.sight.observe(this);
    document.addEventListener('visibilitychange', this.tabChanged);
    this.stopLinks = this.instance?.host.link.follow(() => this.instance?.followLink()) ?? null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.sight.disconnect();
    document.removeEventListener('visibilitychange', this.tabChanged);
    this.stopLinks?.();
    this.moved(false);
  }

  private made(host: Host | null): FigureInstance<State, Answer, Parts> | null {
    if (!host) return null;
    const ports = {
      redraw: () => this.requestUpdate(),
      say: (words: string | null) => this.say(words),
      focus: (index: number) => void this.focusMark(index),
      root: this.renderRoot ?? null,
    };
    return new FigureInstance(this.declared, host, ports, host.keyOf(this, this.declared.name));
  }

  protected override render(): TemplateResult {
    const { instance } = this;
    const picture = instance && this.width > 0 && instance.ready ? instance.content() : this.poster();
    return html`${picture}${this.troubleNote()}
      ${this.note ? html`<p class="note" role="status">${this.note}</p>` : nothing}
      <button class="share" type="button" title="Share and export" @click=${this.share}>
        <svg viewBox="0 0 20 20" aria-hidden="true">${icons.share}</svg><span>Share and export</span>
      </button><slot></slot>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.toggleAttribute('data-ready', this.instance?.ready ?? false);
    if (this.instance?.ready) this.instance.part?.updated?.();
  }

  /** The page's picture of the figure, and that it will come alive. */
  private poster(): TemplateResult {
    const waiting = this.instance?.attempts.trouble ? nothing : html`<p class="waiting">Starting the engine…</p>`;
    return html`<slot name="poster"></slot>${waiting}`;
  }

  /** The dialog is fetched only when a reader asks for it: most never do. */
  private readonly share = async (): Promise<void> => {
    const things = this.instance?.shareable();
    if (!things) return;
    try {
      const { openShareDialog } = await import('./export/dialog.ts');
      openShareDialog(this, things, (words) => this.say(words));
    } catch {
      this.say('This part of the page could not be loaded. Reload the page to try again.');
    }
  };

  private say(note: string | null): void {
    this.note = note;
    this.requestUpdate();
  }

  private async focusMark(index: number): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<SVGElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  }

  private troubleNote(): TemplateResult | typeof nothing {
    const { trouble, failed } = this.instance?.attempts ?? {};
    if (!trouble) return nothing;
    if (!failed) return html`<p class="trouble" role="alert">The engine refused: ${trouble.message}</p>`;
    return html`<p class="trouble" role="alert">${failure(trouble)} <button class="text-button" @click=${() => this.instance?.retry()}>Try again</button></p>`;
  }

  private resized(width: number): void {
    this.fit(width);
    this.requestUpdate();
  }

  private fit(width: number): void {
    const { letters, drawing } = drawingScale(width, readersLetters());
    this.width = Math.round(width / drawing);
    if (this.instance) this.instance.width = this.width;
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
      if (!this.seen) this.instance?.open();
      this.seen = true;
      this.stopLoop = onEveryFrame((now) => this.instance?.frame(now));
    } else if (!awake && this.stopLoop) {
      this.stopLoop();
      this.stopLoop = null;
      this.instance?.part?.rested?.();
    }
  }
}

const failure = ({ kind, message }: Trouble): string =>
  kind === 'unavailable'
    ? 'This figure failed: the engine that computes it could not be loaded. Check the connection and try again, or reload the page.'
    : `This figure failed: the engine broke off (${message}). What you have set is kept, and the other figures are not affected.`;
