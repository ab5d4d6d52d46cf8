import type { MarkdownIt } from 'markdown-it';
import temml from 'temml';

/**
 * Inline styles Temml writes, and the class of style/mathematics.css that says the same.
 * The page's policy drops every style attribute, so an unknown one stops the build instead of vanishing in the browser.
 */
const CLASS_OF_STYLE: Record<string, string> = {
  'display:block math;': '', // already the class tml-display
  'math-depth:0;': 'math-full-size',
  'padding-left:0em;padding-right:0em;': 'math-tight',
};

function classFor(style: string): string {
  const name = CLASS_OF_STYLE[style];
  if (name === undefined) throw new Error(`mathematics: no class stands for style="${style}"`);
  return name;
}

/** Turns every style attribute of an opening tag into a class. */
function withoutStyles(mathml: string): string {
  return mathml.replace(/<[a-z]+(?=[\s>])[^>]*>/g, (tag) => {
    const style = / style="([^"]*)"/.exec(tag);
    if (!style) return tag;
    const name = classFor(style[1]);
    const bare = tag.replace(style[0], '');
    if (!name) return bare;
    return bare.includes(' class="')
      ? bare.replace(' class="', ` class="${name} `)
      : bare.replace('>', ` class="${name}">`);
  });
}

/** TeX to MathML, at build time: the reader's browser gets no mathematics library. */
export function toMathML(tex: string, displayMode: boolean): string {
  return withoutStyles(temml.renderToString(tex.trim(), { displayMode, throwOnError: true }));
}

/** Index of the closing delimiter, or -1; a backslash hides what follows it. */
function closing(source: string, delimiter: string, from: number): number {
  for (let i = from; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source.startsWith(delimiter, i)) return i;
  }
  return -1;
}

/** A formatter takes such a line for a list or a quotation and rewrites it: "+ x" has become "- x". */
function refuseListMarks(tex: string): void {
  const line = tex.split('\n').find((text) => /^\s*[-+*>#]\s/.test(text));
  if (line) throw new Error(`mathematics: no line of a formula may begin with a list mark, as in "${line.trim()}"`);
}

/** What a line must not begin with: it stays with the formula before it. */
const CLOSING = /^[.,;:!?)]+/;

/** `$...$` inside a line of text, `$$...$$` as a paragraph of its own. */
export function mathematics(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'mathematics', (state, silent) => {
    if (state.src[state.pos] !== '$') return false;
    const end = closing(state.src, '$', state.pos + 1);
    if (end <= state.pos + 1) return false;
    const [held] = CLOSING.exec(state.src.slice(end + 1, state.posMax)) ?? [''];
    if (!silent) {
      const token = state.push('mathematics', 'math', 0);
      token.content = state.src.slice(state.pos + 1, end);
      token.info = held;
    }
    state.pos = end + 1 + held.length;
    return true;
  });
  markdown.block.ruler.before(
    'paragraph',
    'mathematics_display',
    (state, line, lastLine, silent) => {
      const start = state.bMarks[line] + state.tShift[line];
      if (!state.src.startsWith('$$', start)) return false;
      const end = closing(state.src, '$$', start + 2);
      if (end < 0) return false;
      if (silent) return true;
      refuseListMarks(state.src.slice(start + 2, end));
      state.push('mathematics_display', 'math', 0).content = state.src.slice(start + 2, end);
      while (state.line < lastLine && state.bMarks[state.line] <= end) state.line++;
      return true;
    },
    { alt: ['paragraph'] },
  );
  markdown.renderer.rules.mathematics = (tokens, i) => {
    const { content, info } = tokens[i];
    const formula = toMathML(content, false);
    return info ? `<span class="math-held">${formula}${info}</span>` : formula;
  };
  markdown.renderer.rules.mathematics_display = (tokens, i) =>
    `<div class="formula">${toMathML(tokens[i].content, true)}</div>\n`;
}
