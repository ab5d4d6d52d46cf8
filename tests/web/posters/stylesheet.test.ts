import { expect, test } from 'vitest';
import { rulesFor, tokensFor } from '../../../web/posters/stylesheet.ts';

const sheet = `
  :host { display: block; color: var(--hcx-ink); }
  svg text { fill: currentColor; } /* type */
  .dot, .ring:hover, .gone { fill: var(--hcx-data); cursor: grab; }
  .relief.faint path { opacity: 0.1; }
  button { font: inherit; }
  @media print { .dot { fill: none; } .ring { fill: none; } }
  .target { pointer-events: none; }
`;
const drawing = '<svg><path class="dot target"/><text>a</text></svg>';

test('what applies to the marks is kept, for eyes alone', () => {
  expect(rulesFor(drawing, [sheet])).toEqual([
    ':root{color:var(--hcx-ink)}',
    'svg text{fill:currentColor}',
    '.dot{fill:var(--hcx-data)}',
  ]);
});

test('the tokens that the rules use, with both themes', () => {
  const tokens = ':root { --hcx-ink: light-dark(#000, #fff); --hcx-ink-soft: #777; --hcx-data: red; }';
  expect(tokensFor(['a{fill:var(--hcx-ink)}'], tokens)).toBe(
    ':root{color-scheme:light dark;--hcx-ink:light-dark(#000, #fff)}',
  );
});
