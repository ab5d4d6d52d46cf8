import { expect, test } from 'vitest';
import { stateFragment } from '../../../web/figure/export/state-fragment.ts';
import { linkedState } from '../../../web/figure/state-link.ts';

const parse = (data: unknown) => {
  const { n } = (data ?? {}) as { n?: unknown };
  return typeof n === 'number' ? { n } : null;
};
const encoded = (data: string): string => `#a=${Buffer.from(data).toString('base64url')}`;

test.each([0.1 + 0.2, 1e-300, -0.5, Number.MAX_VALUE])('a link gives %d back to the last bit', (n) => {
  const fragment = stateFragment('a', 3, { n });
  expect(fragment).toMatch(/^#a=[\w-]+$/);
  expect(linkedState(fragment, 'a', 3, parse)).toEqual({ state: { n } });
});

test('letters beyond ASCII survive', () => {
  const state = { name: 'λ ≥ 0 \u{1D706}' };
  expect(linkedState(stateFragment('a', 1, state), 'a', 1, (data) => data)).toEqual({ state });
});

test.each(['', '#', '#a', '#ab=e30', '#b=e30'])('"%s" says nothing of this figure', (fragment) => {
  expect(linkedState(fragment, 'a', 1, parse)).toBeNull();
});

test.each([
  ['#a=', 'damaged'],
  ['#a=%%%', 'damaged'],
  [encoded('{"version":1,"state":'), 'damaged'],
  ['#a=_w', 'damaged'],
  [encoded('null'), 'another version'],
  [encoded('{"version":2,"state":{"n":1}}'), 'another version'],
  [encoded('{"version":1,"state":{"n":"x"}}'), 'settings'],
])('%s is told to be wrong: %s', (fragment, words) => {
  expect(linkedState(fragment, 'a', 1, parse)).toMatchObject({ trouble: expect.stringContaining(words) });
});
