import type { Plugin } from 'vite';

/** Lets the page's one small script run before the first paint, so that a stored theme does not flash. */
export function scriptBeforePaint(): Plugin {
  return {
    name: 'script-before-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
    },
  };
}
