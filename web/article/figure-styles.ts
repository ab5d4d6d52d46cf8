import type { Plugin } from 'vite';

/** The style sheets in the code of figures without what is there for those who read it: comments and indents. */
export const sparse = (code: string): string =>
  code.replace(/\bcss`[^`]*`/g, (sheet) => sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n'));

/** No tool looks into strings, and every reader waits for those of the first figure. */
export function figureStyles(): Plugin {
  return {
    name: 'hcx:figure-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      return /\/web\/(figures|figure)\/.*\.ts$/.test(id) ? { code: sparse(code), map: null } : null;
    },
  };
}
