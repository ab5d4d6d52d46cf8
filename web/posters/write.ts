import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureNames, postersOf } from './figures.ts';

/**
 * Draws every figure in every size into `folder`: as it begins, `<name>-<width>.svg`, and, where that is another picture,
 * as it stands when nothing moves, `<name>-<width>-still.svg`; and what the pictures show and whether something stands above them, `figures.json`.
 */
export async function writePosters(folder: string, tokensFile: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tokens = readFileSync(tokensFile, 'utf8');
  const figures: Record<string, { alt: string; chosen: boolean }> = {};
  for (const name of figureNames) {
    const { begun, still } = await postersOf(name, tokens);
    const { alt, chosen } = begun[0]!;
    figures[name] = { alt, chosen };
    for (const { svg, width } of begun) writeFileSync(join(folder, `${name}-${width}.svg`), svg);
    for (const { svg, width } of still ?? []) writeFileSync(join(folder, `${name}-${width}-still.svg`), svg);
  }
  writeFileSync(join(folder, 'figures.json'), JSON.stringify(figures, null, 1));
}
