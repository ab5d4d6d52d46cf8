import { expect, test } from 'vitest';
import type { Frame } from '../../../web/figures/teaser/run.ts';
import { verdictOn } from '../../../web/figures/teaser/verdict.ts';

const usual = { status: 'running', steps: 5000, loss: 0.3, thrownAt: null, optimum: { emptyLoss: 0.2 } };
const verdict = (change: object) => verdictOn({ ...usual, ...change } as Frame, 0.25);

test.each([
  ['a slow descent from large weights', {}, null],
  ['one once thrown, that has come back', { thrownAt: 2, loss: 0.1 }, null],
  ['one thrown, worse than no network', { thrownAt: 2 }, 'thrown'],
  ['one thrown just now', { thrownAt: 2, steps: 50 }, null],
  ['a loss far above its start', { loss: 26 }, 'far'],
  ['a silent draw', { status: 'silent' }, 'silent'],
  ['neurons silenced by long steps', { status: 'silent', thrownAt: 2, loss: 1e16 }, 'silenced'],
  ['a loss that has left the finite range', { status: 'diverged', thrownAt: 2 }, 'diverged'],
])('%s is judged', (_, change, expected) => {
  expect(verdict(change)).toBe(expected);
});
