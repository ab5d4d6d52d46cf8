import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { live } from './figure-life.ts';
import { type Poster, posterOf } from './poster.ts';
import { openWindow } from './window.ts';
import { windows } from './windows.ts';

const modules = import.meta.glob('../figures/*/index.ts');
const nameOf = (path: string): string => path.split('/').at(-2)!;

/**
 * Draws every figure for every window into `folder`: as it begins, `<name>-<width>.svg`, and, where that is another picture,
 * as it stands when nothing moves, `<name>-<width>-still.svg`; and what the pictures show, `alt.json`.
 */
export async function writePosters(folder: string, tokensFile: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tokens = readFileSync(tokensFile, 'utf8');
  const alt: Record<string, string> = {};
  for (const [path, load] of Object.entries(modules)) {
    const name = nameOf(path);
    openWindow({ reducedMotion: false });
    await load();
    const begun = await postersOf(`hcx-${name}`, false, tokens);
    openWindow({ reducedMotion: true });
    const still = await postersOf(`hcx-${name}`, true, tokens);
    alt[name] = begun[0]!.alt;
    begun.forEach((poster, k) => {
      writeFileSync(join(folder, `${name}-${poster.width}.svg`), poster.svg);
      const { svg } = still[k]!;
      if (svg !== poster.svg) writeFileSync(join(folder, `${name}-${poster.width}-still.svg`), svg);
    });
  }
  writeFileSync(join(folder, 'alt.json'), JSON.stringify(alt, null, 1));
}

async function postersOf(tag: string, toRest: boolean, tokens: string): Promise<Poster[]> {
  const { draw, sheets } = await live(tag, { toRest });
  return windows.map(({ width, rem }) => posterOf(draw(width), { rem, sheets, tokens }));
}
