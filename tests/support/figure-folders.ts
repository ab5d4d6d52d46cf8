import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from '../../web/build/root.mjs';

/** Every figure there is: a folder of web/figures with an index.ts. Its tag is `hcx-` and this name. */
export const figureNames: readonly string[] = readdirSync(inRoot('web/figures')).filter((name) =>
  existsSync(inRoot('web/figures', name, 'index.ts')),
);
