import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureNames, postersOf } from './figures.ts';

/**
 * Draws every figure in every size into `folder`: as it begins, `<name>-<width>.svg`, and, where that is another picture,
 * as it stands when nothing moves, `<name>-<width>-still.svg`; and what the pictures show, `alt.json`.
 */
export async function writePosters(folder: string, tokensFile: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tokens = readFileSync(tokensFile, 'utf8');
  const alt: Record<string, string> = {};
  for (const name of figureNames) {
    const { begun, still } = await postersOf(name, tokens);
    alt[name] = begun[0]!.alt;
    for (const { svg, width } of begun) writeFileSync(join(folder, `${name}-${width}.svg`), svg);
    for (const { svg, width } of still ?? []) writeFileSync(join(folder, `${name}-${width}-still.svg`), svg);
  }
  writeFileSync(join(folder, 'alt.json'), JSON.stringify(alt, null, 1));
}
