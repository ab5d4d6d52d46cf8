import Markdown, { type Env, type MarkdownIt } from 'markdown-it';
import { Citations, citation } from './citation.ts';
import { marginNote } from './margin-note.ts';
import { mathematics } from './mathematics.ts';
import type { Work } from './references.ts';

export interface Heading {
  level: number;
  id: string;
  /** Rendered text, formulas included. */
  html: string;
}

export interface Article {
  html: string;
  headings: Heading[];
  /** The works cited, as a list. */
  references: string;
}

/** An id from the words of a heading: letters and digits joined by hyphens, the same on every build. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

interface Environment extends Env {
  headings: Heading[];
}

/** Gives every heading an id and notes it for the table of contents. */
function headingIds(markdown: MarkdownIt): void {
  markdown.core.ruler.push('heading_ids', (state) => {
    const { headings } = state.env as Environment;
    state.tokens.forEach((token, i) => {
      if (token.type !== 'heading_open') return;
      const inline = state.tokens[i + 1];
      const id = slug(inline.content);
      if (headings.some((heading) => heading.id === id)) throw new Error(`two headings share the id "${id}"`);
      token.attrSet('id', id);
      headings.push({
        level: Number(token.tag.slice(1)),
        id,
        html: markdown.renderer.renderInline(inline.children ?? [], markdown.options, state.env),
      });
    });
  });
}

/** Every `{figure name}` becomes "Figure 3": figures are numbered in the order of their tags. */
export function numberFigures(sections: readonly string[]): string[] {
  const names = sections.flatMap((source) => [...source.matchAll(/<hcx-([a-z-]+)[\s>]/g)].map(([, name]) => name));
  return sections.map((source) =>
    source.replace(/\{figure ([a-z-]+)\}/g, (_, name: string) => {
      if (!names.includes(name)) throw new Error(`there is no figure <hcx-${name}> to number`);
      return `Figure ${names.indexOf(name) + 1}`;
    }),
  );
}

/** Every `[[x1|$x_1$]]` becomes words that light up the mark x1 of the section's figure when they are pointed at. */
export const nameMarks = (source: string): string =>
  source.replace(/\[\[([a-z]+\d*)\|([^\]]+)\]\]/g, '<span data-mark="$1">$2</span>');

/** Renders the sections, in order, as one article: note numbers and ids run through all of them. */
export function renderArticle(sections: readonly string[], works: ReadonlyMap<string, Work> = new Map()): Article {
  const citations = new Citations(works);
  const markdown = new Markdown({ html: true, typographer: true })
    .use(mathematics)
    .use(marginNote)
    .use(citation, citations)
    .use(headingIds);
  const environment: Environment = { headings: [] };
  const html = numberFigures(sections)
    .map((source) => `<section>\n${markdown.render(nameMarks(source), environment)}</section>`)
    .join('\n');
  return { html, headings: environment.headings, references: citations.list() };
}

/** The table of contents: the second-level headings as links. */
export function renderContents(headings: readonly Heading[]): string {
  const items = headings
    .filter((heading) => heading.level === 2)
    .map(({ id, html }) => `<li><a href="#${id}">${html}</a></li>`);
  return `<ol>${items.join('')}</ol>`;
}
