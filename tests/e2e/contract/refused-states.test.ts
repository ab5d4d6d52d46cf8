import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { figureNames } from '../../support/figure-folders.ts';
import { figurePages, textOf } from '../figure-page.ts';
import { ShareDialog, sharedState } from '../share-dialog.ts';

const open = figurePages();

type State = Record<string, unknown>;

const link = (name: string, payload: unknown): string =>
  `#${name}=${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;

/** Follows a link within the page, and waits for the figure to show what it shows for it. */
async function follow(page: Page, figure: Locator, fragment: string): Promise<{ state: State; note: string }> {
  await page.evaluate((hash) => location.assign(hash), fragment);
  const state = await sharedState(figure);
  return { state, note: (await figure.locator('.note').allTextContents()).join() };
}

/** A value with all its numbers far outside of any range. */
const far = (value: unknown): unknown => {
  if (typeof value === 'number') return 1e12;
  if (Array.isArray(value)) return value.map(far);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, far(part)]));
};

/** What a stranger may have written into one field of a state. */
const strange = (value: unknown): Record<string, unknown> => ({
  'is text': '<b>',
  'is missing': undefined,
  'is a list of lists': [[[]]],
  'is far out of its range': far(value),
});

/** The kinds of what is in a state: it can be drawn when it has those of the state that the figure begins with. */
const kindsIn = (state: State): Record<string, string> =>
  Object.fromEntries(Object.entries(state).map(([key, value]) => [key, Array.isArray(value) ? 'list' : typeof value]));

/** Null counts as an object, and a field that may be null may hold anything that is drawn. */
const expectSameKinds = (state: State, begun: State, message: string): void => {
  const [kinds, wanted] = [kindsIn(state), kindsIn(begun)];
  expect(Object.keys(kinds).sort(), message).toEqual(Object.keys(wanted).sort());
  for (const key of Object.keys(wanted)) {
    if (begun[key] !== null && state[key] !== null) expect(kinds[key], `${message}: ${key}`).toBe(wanted[key]);
  }
};

describe.each(figureNames)('%s', (name) => {
  test('of a link that is damaged, of another version or out of range the reader is told, and the figure works', async () => {
    const { page, figure, complaints, close } = await open(name);
    const share = await ShareDialog.open(page, figure);
    const { version, state: begun } = await share.state();
    await share.close();

    for (const [fragment, words] of [
      [`#${name}=%%%`, 'damaged'],
      [link(name, { version: 99, state: begun }), 'another version'],
      [link(name, { version, state: 7 }), 'settings that this figure does not have'],
      [link(name, { version, state: far(begun) }), ''], // a figure of two places may have one as at first, without a word
    ] as const) {
      const { state, note } = await follow(page, figure, fragment);
      expect(note, fragment).toContain(words);
      expect(state, fragment).toEqual(begun);
    }

    let refused = 0;
    for (const [field, value] of Object.entries(begun)) {
      for (const [what, other] of Object.entries(strange(value))) {
        const message = `“${field}” ${what}`;
        const { state, note } = await follow(
          page,
          figure,
          link(name, { version, state: { ...begun, [field]: other } }),
        );
        if (note) refused++;
        if (note.includes('settings')) expect(state, message).toEqual(begun);
        expectSameKinds(state, begun, message);
        expect(JSON.stringify(state), message).not.toContain('<b>');
        expect(await figure.getByRole('alert').count(), message).toBe(0);
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a saved file that is none of this figure is refused with the reason, and what was set stays', async () => {
    const { page, figure, complaints, close } = await open(name);
    const share = await ShareDialog.open(page, figure);
    const saved = await share.state();
    const first = Object.keys(saved.state)[0]!;
    for (const [content, words] of [
      ['not JSON', 'not JSON'],
      ['[1, 2]', '“figure” is missing'],
      [JSON.stringify({ ...saved, figure: 'another' }), 'from the figure “another”'],
      [JSON.stringify({ ...saved, version: 99 }), 'version 99'],
      [JSON.stringify({ ...saved, state: {} }), `“${first}” is missing`],
      [JSON.stringify({ ...saved, state: 7 }), 'not a set of settings'],
    ] as const) {
      await share.load('a.json', content);
      await expect.poll(() => textOf(share.dialog, '[role="alert"]')).toContain(words);
    }
    expect(await share.state()).toEqual(saved);
    await share.close();

    // What is none in the storage is passed over without a word.
    for (const text of ['{', JSON.stringify({ version: saved.version, data: {} })]) {
      await page.evaluate(([key, entry]) => localStorage.setItem(key, entry), [`hcx:${name}`, text] as const);
      await page.reload();
      await page.waitForSelector(`hcx-${name}[data-ready]`);
      expect(await sharedState(figure), text).toEqual(saved.state);
      expect(await figure.locator('.note, .trouble').count(), text).toBe(0);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
