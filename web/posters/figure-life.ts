import { setTimeout } from 'node:timers/promises';
import type { CSSResult, TemplateResult } from 'lit';
import { LocalWorker } from './local-worker.ts';

/** What a figure is to its base class: see lib/figure.ts. */
interface Insides {
  size: number;
  readonly ready: boolean;
  readonly trouble: { message: string } | null;
  firstSeen(): void;
  frame(now: number): void;
  drawing(): TemplateResult;
}

/** A figure that has got to work without a page. */
export interface LivingFigure {
  /** What it draws in so many pixels. */
  draw(width: number): TemplateResult;
  readonly sheets: readonly string[];
}

/** Frames in a row without anything asked of the engine: then nothing more comes by itself. */
const QUIET = 5;
const MOST_FRAMES = 100_000;

/**
 * Makes a figure of this tag and lets it live until it has something to draw; with `toRest` until nothing changes it any
 * more. Throws what the figure would have told its reader.
 */
export async function live(tag: string, { toRest }: { toRest: boolean }): Promise<LivingFigure> {
  const Element = customElements.get(tag) as (new () => HTMLElement) & { styles: CSSResult[] };
  const figure = new Element() as unknown as Insides;
  figure.size = 640; // any: the drawing is made anew for each width
  figure.firstSeen();
  let quiet = 0;
  for (let frame = 0; !(figure.ready && (!toRest || quiet >= QUIET)); frame++) {
    if (figure.trouble) throw new Error(`${tag}: ${figure.trouble.message}`);
    if (frame > MOST_FRAMES) throw new Error(`${tag} does not get ready`);
    figure.frame(performance.now());
    quiet = LocalWorker.underway ? 0 : quiet + 1;
    await setTimeout();
  }
  return {
    draw: (width) => {
      figure.size = width;
      return figure.drawing();
    },
    sheets: Element.styles.map(({ cssText }) => cssText),
  };
}
