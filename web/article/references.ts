import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

/** What a reference shows of a work. */
export interface Work {
  key: string;
  authors: string[];
  title: string;
  /** Journal or conference. */
  place: string;
  year: string;
  /** "24(171), 1–26" */
  pages: string;
  url: string | undefined;
}

interface Entry {
  id: string;
  title?: string;
  author?: { given?: string; family?: string; literal?: string }[];
  'container-title'?: string;
  issued?: { 'date-parts': (number | string)[][] };
  volume?: string;
  issue?: string;
  page?: string;
  URL?: string;
}

const initials = (given = ''): string =>
  given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((name) => `${name.replace(/(^|-)(\p{L})[^-]*/gu, '$1$2')}.`)
    .join('\u202f');

function work(entry: Entry): Work {
  const authors = (entry.author ?? []).map(({ given, family, literal }) => literal ?? `${initials(given)} ${family}`);
  const year = String(entry.issued?.['date-parts'][0]?.[0] ?? '');
  if (!authors.length || !entry.title || !year) throw new Error(`reference "${entry.id}" lacks author, title or year`);
  const number = entry.volume && entry.issue ? `${entry.volume}(${entry.issue})` : (entry.volume ?? '');
  return {
    key: entry.id,
    authors,
    title: entry.title,
    place: entry['container-title'] ?? '',
    year,
    pages: [number, entry.page?.replace(/-+/g, '\u2013')].filter(Boolean).join(', '),
    url: entry.URL,
  };
}

/** The works of a BibTeX file by their keys. What cannot be parsed stops the build. */
export function parseBibliography(source: string): Map<string, Work> {
  const { data } = new Cite(source) as { data: Entry[] };
  return new Map(data.map((entry) => [entry.id, work(entry)]));
}
