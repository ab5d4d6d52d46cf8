import type { TemplateResult } from 'lit';
import { markup } from './markup.ts';
import { shortened } from './path-data.ts';
import { rulesFor, tokensFor } from './stylesheet.ts';

export interface Poster {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What the drawings call themselves. */
  readonly alt: string;
  /** Above the drawings the reader chooses what they show. */
  readonly chosen: boolean;
}

export interface Setting {
  /** CSS pixels of the page's rem at that width. */
  readonly rem: number;
  readonly sheets: readonly string[];
  /** The page's tokens, as CSS. */
  readonly tokens: string;
}

/** Of Source Sans: an image cannot have the page's faces, and others are made no larger than it, so that words fit. */
const X_HEIGHT = 0.486;

/** The drawings of a figure, one under the other, as one picture that needs nothing of the page. */
export function posterOf(content: TemplateResult, { rem, sheets, tokens }: Setting): Poster {
  const text = markup(content);
  const drawings = drawingsIn(text);
  const width = Math.max(...drawings.map((drawing) => sizeOf(drawing, 'width')));
  const heights = drawings.map((drawing) => sizeOf(drawing, 'height'));
  const height = heights.reduce((sum, each) => sum + each, 0);
  const tops = heights.map((_, k) => heights.slice(0, k).reduce((sum, each) => sum + each, 0));
  const alt = drawings.map((drawing) => /aria-label="([^"]*)"/.exec(drawing)?.[1]).join('. ');
  const body = drawings.map((drawing, k) => tidy(drawing.replace('<svg', `<svg y="${tops[k]}"`))).join('');
  const rules = rulesFor(body, sheets);
  const style = [tokensFor(rules, tokens), ...rules, `:root{font-size:${rem}px;font-size-adjust:${X_HEIGHT}}`].join('');
  const root = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return {
    svg: `${root}<style>${style}</style>${body}</svg>`,
    width,
    height,
    alt,
    chosen: text.trimStart().startsWith('<div class="view">'),
  };
}

/** Those with a size of their own: icons take that of their buttons. */
function drawingsIn(content: string): string[] {
  const drawings = [...content.matchAll(/<svg(?=[^>]*\swidth=)[\s\S]*?<\/svg>/g)].map(([drawing]) => drawing);
  if (drawings.length === 0) throw new Error('the figure has no drawing');
  return drawings;
}

function sizeOf(drawing: string, name: 'width' | 'height'): number {
  const value = Number(new RegExp(`^<svg[^>]*\\s${name}="([^"]*)"`).exec(drawing)?.[1]);
  if (!(value > 0)) throw new Error(`the drawing has no ${name}`);
  return value;
}

/** A picture without what is for hands and ears. */
function tidy(drawing: string): string {
  return drawing
    .replace(/<g class="hint"[\s\S]*?<\/g>|<[a-z]+ class="(?:target|scrub|grab)"[^>]*\/>|<title>[^<]*<\/title>/g, '')
    .replace(/<[^>]+>/g, tidyTag)
    .replace(/>\s*\n\s*</g, '><')
    .replace(/\s*\n\s*/g, ' ');
}

/** Places to a hundredth of a pixel, paths without what is not seen; texts are left alone. */
const tidyTag = (tag: string): string =>
  tag
    .replace(/\s(?:role|tabindex|aria-[a-z]+|data-[a-z]+)="[^"]*"/g, '')
    .replace(/\sd="([^"]*)"/g, (_, d: string) => ` d="${shortened(d)}"`)
    .replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (digits) => String(Number(Number(digits).toFixed(2))));
