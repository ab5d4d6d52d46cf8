// @ts-check
// Writes the static site to dist/ and the engine as a library to dist/engine/.
import { existsSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run, step } from './step.mjs';

const vite = inRoot('node_modules/vite/bin/vite.js');

export async function buildSite() {
  await step('posters', () => run('posters', process.execPath, [inRoot('web/build/posters.mjs')]));
  await step('site', () => run('site', process.execPath, [vite, 'build', '--config', 'web/vite.config.ts']));
  // The site comes first: writing it empties dist/.
  const library = 'web/build/engine.config.ts';
  if (existsSync(inRoot(library))) {
    await step('engine library', () => run('library', process.execPath, [vite, 'build', '--config', library]));
  }
}
