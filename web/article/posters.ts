import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { windows } from '../posters/windows.ts';

/** Readers for whom nothing moves see how the figure stands in the end. */
const STILL = '((scripting: none) or (prefers-reduced-motion: reduce))';

/** The posters as web/build/posters.mjs has drawn them, and what they show. */
interface Posters {
  readonly pictures: ReadonlyMap<string, string>;
  readonly alt: Readonly<Record<string, string>>;
  /** Another one when any of them changes: one for all, because names that differ by chance do not compress. */
  readonly version: string;
}

function read(folder: string): Posters {
  const files = readdirSync(folder).filter((file) => file.endsWith('.svg'));
  const pictures = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const alt = JSON.parse(readFileSync(join(folder, 'alt.json'), 'utf8')) as Record<string, string>;
  const all = createHash('sha256').update([...pictures.values()].join());
  return { pictures, alt, version: all.digest('hex').slice(0, 8) };
}

function picture(name: string, first: boolean, { pictures, alt, version }: Posters): string {
  if (alt[name] === undefined) throw new Error(`there is no poster for <hcx-${name}>`);
  const size = (file: string): string => /width="[\d.]+" height="[\d.]+"/.exec(pictures.get(file) ?? '')![0];
  const address = (file: string): string => `="./posters/${file}?${version}" ${size(file)}`;
  /** For a window of at most this width; nothing when the image alone says as much. */
  const source = (file: string, upTo: number, condition?: string): string => {
    const widest = Number.isFinite(upTo) ? `(max-width: ${upTo}px)` : undefined;
    const media = [widest, condition].filter(Boolean).join(' and ');
    return media && pictures.has(file) ? `<source media="${media}" srcset${address(file)}>` : '';
  };
  const sources = windows.flatMap(({ width, upTo }) => [
    source(`${name}-${width}-still.svg`, upTo, STILL),
    source(`${name}-${width}.svg`, upTo),
  ]);
  const image = `<img src${address(`${name}-${windows.at(-1)!.width}.svg`)} alt="${alt[name]}"`;
  const loading = first ? '' : ' loading="lazy"';
  return `<picture class="poster" slot="poster">${sources.join('')}${image}${loading} decoding="async"></picture>`;
}

/**
 * Puts the posters of a folder beside the page and into every figure's tag, one for each width of window. The development
 * server goes without.
 */
export function posters(folder: string): Plugin {
  return {
    name: 'posters',
    apply: 'build',
    generateBundle() {
      for (const [file, source] of read(folder).pictures) {
        this.emitFile({ type: 'asset', fileName: `posters/${file}`, source });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        const drawn = read(folder);
        let count = 0;
        return page.replace(/<hcx-([a-z-]+)[^>]*>/g, (tag, name: string) => tag + picture(name, count++ === 0, drawn));
      },
    },
  };
}
