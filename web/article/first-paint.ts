import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The faces of the first screen; the others may come when they are needed. */
const FIRST_FACES = /source-serif-4-latin-(400|600)-normal|source-sans-3-latin-400-normal/;

/** The first figure's engine: the worker and its small module, which the page would otherwise learn of one after the other. */
const FIRST_ENGINE = /assets\/(worker-[^/]*\.js|hidden-convex-core-[^/]*\.wasm)$/;

type Bundle = Readonly<
  Record<string, { type: string; imports?: readonly string[]; facadeModuleId?: string | null; isEntry?: boolean }>
>;

/** A module or chunk, what it imports, and so on. */
function reachable(id: string, importsOf: (id: string) => readonly string[], found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const other of importsOf(id)) reachable(other, importsOf, found);
  return found;
}

const withImports = (bundle: Bundle, file: string): Set<string> =>
  reachable(file, (other) => bundle[other]?.imports ?? []);

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Gathers what the first figure and its host share with others in one file: a dozen small ones would stand in line for the few connections
 * a browser opens. What the page's own script needs stays out, which the first paint waits for. */
export function firstChunk(page: string, figure: string, host: string): (id: string, graph: Graph) => string | null {
  let chosen: Set<string> | undefined;
  return (id, graph) => {
    const importsOf = (other: string) => graph.getModuleInfo(other)?.importedIds ?? [];
    if (!chosen) {
      const ofPage = reachable(page, importsOf);
      const ofFigure = [figure, host].flatMap((root) => [...reachable(root, importsOf)]);
      chosen = new Set(ofFigure.filter((other) => !ofPage.has(other)));
    }
    return id !== figure && chosen.has(id) ? 'first' : null;
  };
}

/** The chunks of the first figure, but for those that the page's own script brings. */
function figureChunks(bundle: Bundle, name: string): string[] {
  const all = Object.keys(bundle);
  const figure = all.filter((file) => bundle[file]?.facadeModuleId?.endsWith(`figures/${name}/index.ts`));
  const page = new Set(all.filter((file) => bundle[file]?.isEntry).flatMap((file) => [...withImports(bundle, file)]));
  return [...new Set(figure.flatMap((file) => [...withImports(bundle, file)]))].filter((file) => !page.has(file));
}

const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs,
  // After the page's style and script, which the first paint waits for, and the faces after the figure: text can be read without.
  injectTo: 'head',
});

/**
 * Makes the first paint the final one: the page's small scripts run before it, so that a stored theme does not
 * flash, and the faces of the text are asked for at once, so that the lines do not break anew. What the first figure is
 * made of is asked for at once as well: each of its parts would be heard of only when the one before has come.
 * @param first the name of that figure
 */
export function firstPaint(first: string): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const files = Object.keys(bundle ?? {});
        const opens = new RegExp(`<hcx-${first}[\\s>]`).test(html); // a page for another figure does not
        return {
          html: html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
          tags: [
            ...files
              .filter((file) => opens && FIRST_ENGINE.test(file))
              .map((file) => link({ rel: 'preload', href: `./${file}`, as: 'fetch', crossorigin: true })),
            ...(opens ? figureChunks((bundle ?? {}) as Bundle, first) : []).map((file) =>
              link({ rel: 'modulepreload', href: `./${file}`, crossorigin: true }),
            ),
            ...files
              .filter((file) => FIRST_FACES.test(file))
              .map((file) =>
                link({ rel: 'preload', href: `./${file}`, as: 'font', type: 'font/woff2', crossorigin: true }),
              ),
          ],
        };
      },
    },
  };
}
