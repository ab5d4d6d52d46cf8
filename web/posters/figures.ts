import { createWorkerEngine } from '../engine/client.ts';
import { type AnyDeclaration, live } from './figure-life.ts';
import { LocalWorker } from './local-worker.ts';
import { type Poster, posterOf } from './poster.ts';
import { PosterHost } from './poster-host.ts';
import { sizes } from './windows.ts';

/** Every folder of web/figures, as the page's loader finds them. */
const modules = import.meta.glob<{ default: AnyDeclaration }>('../figures/*/index.ts');
const loadOf = new Map(Object.entries(modules).map(([path, load]) => [path.split('/').at(-2)!, load]));

/** One for all figures, in this thread. */
const engine = createWorkerEngine(() => new LocalWorker());

export const figureNames: readonly string[] = [...loadOf.keys()];

/** One for each size. */
export interface FigurePosters {
  /** The figure as it begins. */
  readonly begun: readonly Poster[];
  /** The figure as it stands for a reader who wants no motion, where that is another picture. */
  readonly still: readonly Poster[] | null;
}

/**
 * @param tokens the page's tokens, as CSS
 * @throws what the figure would have told its reader
 */
export async function postersOf(name: string, tokens: string): Promise<FigurePosters> {
  const { default: declared } = await loadOf.get(name)!();
  const drawn = async (host: PosterHost, toRest: boolean): Promise<Poster[]> => {
    const { draw, sheets } = await live(declared, host, { toRest });
    return sizes.map(({ width, rem }) => posterOf(draw(width), { rem, sheets, tokens }));
  };
  const moving = new PosterHost(engine, false);
  const begun = await drawn(moving, false);
  if (!moving.motionMatters) return { begun, still: null };
  return { begun, still: await drawn(new PosterHost(engine, true), true) };
}
