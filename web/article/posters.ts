import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { windows } from '../posters/windows.ts';

/** Readers for whom nothing moves see how the figure stands in the end. */
const STILL = '((scripting: none) or (prefers-reduced-motion: reduce))';

/** The posters as web/build/posters.mjs has drawn them. */
class Posters {
  private readonly pictures: ReadonlyMap<string, string>;
  /** What they show, and whether the reader can choose it above them. */
  private readonly figures: Readonly<Record<string, { alt: string; chosen: boolean }>>;
  /** Another one when any of them changes: one for all, because names that differ by chance do not compress. */
  private readonly version: string;

  constructor(folder: string) {
    const files = readdirSync(folder).filter((file) => file.endsWith('.svg'));
    this.pictures = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
    this.figures = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));
    this.version = createHash('sha256')
      .update([...this.pictures.values()].join())
      .digest('hex')
      .slice(0, 8);
  }

  /** The files that a page names. */
  usedIn(page: string): [file: string, svg: string][] {
    return [...this.pictures].filter(([file]) => page.includes(`/${file}?`));
  }

  /** An element of a figure's tag: the browser chooses one by the window, and its size by that. */
  element(name: string, layout: 'wide' | 'column', loading: string): string {
    const figure = this.figures[name];
    if (figure === undefined) throw new Error(`there is no poster for <hcx-${name}>`);
    const sources = windows.flatMap(({ upTo, [layout]: width }) => [
      this.source(`${name}-${width}-still.svg`, upTo, STILL),
      this.source(`${name}-${width}.svg`, upTo),
    ]);
    const widest = this.address(`${name}-${windows.at(-1)![layout]}.svg`);
    const image = `<img src${widest} alt="${figure.alt}"${loading} decoding="async">`;
    const place = figure.chosen ? 'poster below-view' : 'poster';
    return `<picture class="${place}" slot="poster">${sources.join('')}${image}</picture>`;
  }

  /** For a window of at most this width; nothing when there is no such picture or the image alone says as much. */
  private source(file: string, upTo: number, condition?: string): string {
    const widest = Number.isFinite(upTo) ? `(max-width: ${upTo}px)` : undefined;
    const media = [widest, condition].filter(Boolean).join(' and ');
    return media && this.pictures.has(file) ? `<source media="${media}" srcset${this.address(file)}>` : '';
  }

  private address(file: string): string {
    const size = /width="[\d.]+" height="[\d.]+"/.exec(this.pictures.get(file) ?? '');
    if (!size) throw new Error(`${file} is no poster`);
    return `="./posters/${file}?${this.version}" ${size[0]}`;
  }
}

/**
 * Puts the posters of a folder beside the page and into every figure's tag, one for each width of window. The development
 * server goes without.
 */
export function posters(folder: string): Plugin {
  return {
    name: 'posters',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        const drawn = new Posters(folder);
        let count = 0;
        return page.replace(/<hcx-([a-z-]+)([^>]*)>/g, (tag, name: string, attributes: string) => {
          const layout = /\bwide\b/.test(attributes) ? 'wide' : 'column';
          return tag + drawn.element(name, layout, count++ === 0 ? '' : ' loading="lazy"');
        });
      },
    },
    generateBundle: {
      order: 'post', // the page is there
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('there is no page');
        for (const [file, source] of new Posters(folder).usedIn(String(page.source))) {
          this.emitFile({ type: 'asset', fileName: `posters/${file}`, source });
        }
      },
    },
  };
}
