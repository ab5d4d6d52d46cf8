import type { Plugin } from 'vite';

/** The faces of the first screen; the others may come when they are needed. */
const FIRST_FACES = /source-serif-4-latin-(400|600)-normal|source-sans-3-latin-400-normal/;

/**
 * Makes the first paint the final one: the page's small scripts run before it, so that a stored theme does not
 * flash, and the faces of the text are asked for at once, so that the lines do not break anew.
 */
export function firstPaint(): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const faces = Object.keys(bundle ?? {}).filter((file) => FIRST_FACES.test(file));
        return {
          html: html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
          tags: faces.map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `./${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
            injectTo: 'head-prepend' as const,
          })),
        };
      },
    },
  };
}
