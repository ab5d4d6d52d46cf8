import { setTimeout } from 'node:timers/promises';
import type { CSSResult, CSSResultGroup, TemplateResult } from 'lit';
import type { Declaration } from '../figure/declaration.ts';
import type { Host } from '../figure/host.ts';
import { FigureInstance } from '../figure/instance.ts';
import { figureStyle } from '../figure/style/figure-style.ts';
import { LocalWorker } from './local-worker.ts';

/** Any figure, as its folder exports it. */
export type AnyDeclaration = Declaration<object, unknown, object | undefined>;

/** A figure that has got to work without a page. */
export interface LivingFigure {
  /** What it draws in so many pixels. */
  draw(width: number): TemplateResult;
  readonly sheets: readonly string[];
}

/** Frames in a row without anything asked of the engine: then nothing more comes by itself. */
const QUIET = 5;
const MOST_FRAMES = 100_000;

const nobody = { redraw: () => {}, say: () => {}, focus: () => {}, root: null };

const sheetsIn = (group: CSSResultGroup): string[] =>
  Array.isArray(group) ? group.flatMap(sheetsIn) : [(group as CSSResult).cssText];

/**
 * Lets a declared figure live until it has something to draw; with `toRest` until nothing changes it any more. Throws what the
 * figure would have told its reader.
 */
export async function live(
  declared: AnyDeclaration,
  host: Host,
  { toRest }: { toRest: boolean },
): Promise<LivingFigure> {
  const figure = new FigureInstance(declared, host, nobody);
  figure.width = 640; // any: the drawing is made anew for each width
  figure.open();
  let quiet = 0;
  for (let frame = 0; !(figure.ready && (!toRest || quiet >= QUIET)); frame++) {
    const { trouble } = figure.attempts;
    if (trouble) throw new Error(`${declared.name}: ${trouble.message}`);
    if (frame > MOST_FRAMES) throw new Error(`${declared.name} does not get ready`);
    figure.frame(performance.now());
    quiet = LocalWorker.underway ? 0 : quiet + 1;
    await setTimeout();
  }
  return {
    draw: (width) => {
      figure.width = width;
      return figure.content();
    },
    sheets: sheetsIn([figureStyle, declared.style ?? []]),
  };
}
