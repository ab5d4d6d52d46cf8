import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { figureRooms } from './article/figure-rooms.ts';
import { figureStyles } from './article/figure-styles.ts';
import { firstChunk, firstPaint } from './article/first-paint.ts';
import { numberScales } from './article/number-scales.ts';
import { article, firstFigure } from './article/plugin.ts';
import { posters } from './article/posters.ts';
import { contentSecurityPolicyTag } from './build/content-security-policy.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const first = firstFigure(here('./article'));

/** The article, and a page for one figure alone: relative addresses, so that it works under any path; nothing inlined, so that it works under a strict policy. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [
    article(here('./article')),
    figureRooms(here('./figures')),
    posters(here('../build/posters')),
    firstPaint(first),
    numberScales(),
    figureStyles(),
    contentSecurityPolicyTag(),
  ],
  worker: { format: 'es' },
  build: {
    outDir: here('../dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    cssMinify: 'lightningcss',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [here('./index.html'), here('./embed.html')],
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: firstChunk(
                here('./page/page.ts'),
                here(`./figures/${first}/index.ts`),
                here('./page/page-host.ts'),
              ),
            },
          ],
        },
      },
    },
  },
});
