import type { MarkdownIt } from 'markdown-it';
import type { Work } from './references.ts';

interface CitationMeta extends Record<string, unknown> {
  keys: string[];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);

/** Works in the order in which they are first cited, from 1. */
export class Citations {
  readonly cited: Work[] = [];
  private readonly works: ReadonlyMap<string, Work>;

  constructor(works: ReadonlyMap<string, Work>) {
    this.works = works;
  }

  number(key: string): number {
    const work = this.works.get(key);
    if (!work) throw new Error(`"${key}" is cited but stands in no bibliography`);
    if (!this.cited.includes(work)) this.cited.push(work);
    return this.cited.indexOf(work) + 1;
  }

  /** The list at the end. A work that nobody cites stops the build. */
  list(): string {
    const forgotten = [...this.works.values()].filter((work) => !this.cited.includes(work)).map(({ key }) => key);
    if (forgotten.length) throw new Error(`never cited: ${forgotten.join(', ')}`);
    return `<ol class="references">${this.cited.map((work) => this.item(work)).join('')}</ol>`;
  }

  private item({ key, authors, title, place, year, pages, url }: Work): string {
    const name = `<cite>${escaped(title)}</cite>`;
    const linked = url ? `<a href="${escaped(url)}">${name}</a>` : name;
    const where = [place, pages, year].filter(Boolean).map(escaped).join(', ');
    return `<li id="ref-${slugOf(key)}">${escaped(authors.join(', '))}. ${linked}. ${where}.</li>`;
  }
}

const slugOf = (key: string): string => key.normalize('NFD').replace(/[^\w-]/g, '');

/** `[@key]` or `[@one; @two]` becomes "[1]" or "[1, 2]", each number a link to the list. */
export function citation(markdown: MarkdownIt, citations: Citations): void {
  markdown.inline.ruler.before('link', 'citation', (state, silent) => {
    const found = /^\[(@[^\s;\]]+(?:;\s*@[^\s;\]]+)*)\]/.exec(state.src.slice(state.pos, state.pos + 300));
    if (!found) return false;
    if (!silent) {
      const token = state.push('citation', '', 0);
      token.meta = { keys: found[1].split(/;\s*/).map((key) => key.slice(1)) } satisfies CitationMeta;
    }
    state.pos += found[0].length;
    return true;
  });
  markdown.renderer.rules.citation = (tokens, i) => {
    const { keys } = tokens[i].meta as CitationMeta;
    const links = keys.map((key) => `<a href="#ref-${slugOf(key)}">${citations.number(key)}</a>`);
    return `<span class="citation">[${links.join(', ')}]</span>`;
  };
}
