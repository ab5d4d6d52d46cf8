import type { MarkdownIt } from 'markdown-it';

interface NoteMeta extends Record<string, unknown> {
  number: number;
}

/** End of `^[...]` that opens at `from`, counting nested brackets; -1 when it does not close. */
function closingBracket(source: string, from: number): number {
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '[') depth++;
    else if (source[i] === ']' && --depth === 0) return i;
  }
  return -1;
}

/**
 * `^[text]` is a margin note. Without script: a checkbox opens and closes it where there is no margin, style/notes.css
 * shows it beside the text where there is one. The checkbox takes the keyboard as any other does.
 */
export function marginNote(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('image', 'margin_note', (state, silent) => {
    if (!state.src.startsWith('^[', state.pos)) return false;
    const end = closingBracket(state.src, state.pos + 1);
    if (end < 0) return false;
    if (!silent) {
      const env = state.env as { notes?: number };
      env.notes = (env.notes ?? 0) + 1;
      const token = state.push('margin_note', 'small', 0);
      token.meta = { number: env.notes } satisfies NoteMeta;
      token.content = state.src.slice(state.pos + 2, end);
      token.children = [];
      markdown.inline.parse(token.content, markdown, state.env, token.children);
    }
    state.pos = end + 1;
    return true;
  });
  markdown.renderer.rules.margin_note = (tokens, i, options, env) => {
    const { number } = tokens[i].meta as NoteMeta;
    const text = markdown.renderer.renderInline(tokens[i].children ?? [], options, env);
    return (
      `<span class="note"><label class="note-mark" for="note-${number}">${number}</label>` +
      `<input class="note-switch" type="checkbox" id="note-${number}" aria-label="Show note ${number}">` +
      `<small class="note-text" role="note"><span class="note-number">${number}</span> ${text}</small></span>`
    );
  };
}
