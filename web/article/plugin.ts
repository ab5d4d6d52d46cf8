import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseBibliography } from './references.ts';
import { renderArticle, renderContents } from './render.ts';

/** Reads the sections `01-*.md`, `02-*.md`, ... of a folder in the order of their numbers. */
function readSections(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => /^\d+-.*\.md$/.test(name));
  return files.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The name of the figure that the article opens with: the first tag in its sections. */
export function firstFigure(folder: string): string {
  const name = /<hcx-([a-z-]+)/.exec(readSections(folder).join('\n'))?.[1];
  if (name === undefined) throw new Error('the article has no figure');
  return name;
}

/** The figures alone, each with its caption. What they refer to is on the article's own page. */
const figuresOf = (html: string): string =>
  [...html.matchAll(/<(hcx-[a-z-]+)[\s>][\s\S]*?<\/\1>/g)]
    .map(([figure]) => figure.replaceAll('href="#', 'target="_top" href="./#'))
    .join('\n');

/** Puts the rendered article, its contents and its figures into the pages, in place of the comments that ask for them. */
export function article(folder: string): Plugin {
  return {
    name: 'article',
    transformIndexHtml: {
      order: 'pre',
      handler(page) {
        const works = parseBibliography(readFileSync(join(folder, 'references.bib'), 'utf8'));
        const { html, headings, references } = renderArticle(readSections(folder), works);
        return page
          .replace('<!-- contents -->', () => renderContents(headings))
          .replace('<!-- article -->', () => html)
          .replace('<!-- figures -->', () => figuresOf(html))
          .replace('<!-- references -->', () => references);
      },
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('change', (file) => {
        if (/\.(md|bib)$/.test(file)) server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
