import { live } from './figure-life.ts';
import { type Poster, posterOf } from './poster.ts';
import { openWindow } from './window.ts';
import { sizes } from './windows.ts';

/** Every folder of web/figures, as the page's loader finds them. */
const modules = import.meta.glob('../figures/*/index.ts');
const loadOf = new Map(Object.entries(modules).map(([path, load]) => [path.split('/').at(-2)!, load]));

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
  await loadOf.get(name)!();
  const drawn = async (toRest: boolean): Promise<Poster[]> => {
    const { draw, sheets } = await live(`hcx-${name}`, { toRest });
    return sizes.map(({ width, rem }) => posterOf(draw(width), { rem, sheets, tokens }));
  };
  const { motionMatters } = openWindow({ reducedMotion: false });
  const begun = await drawn(false);
  if (!motionMatters()) return { begun, still: null };
  openWindow({ reducedMotion: true });
  return { begun, still: await drawn(true) };
}
