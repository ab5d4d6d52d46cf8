import { expect, test } from 'vitest';
import { sparse } from '../../../web/article/figure-styles.ts';

test('a style sheet loses its comments and indents, and nothing else', () => {
  const code =
    'const a = 1; /* stays */\nconst s = css`\n  /* goes,\n     all of it */\n  a { color: red; }\n    b { margin: 0 1px; }\n`;';
  expect(sparse(code)).toBe('const a = 1; /* stays */\nconst s = css`\na { color: red; }\nb { margin: 0 1px; }\n`;');
});
