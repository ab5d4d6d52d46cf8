import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { answersOf } from '../../../web/figure/answers.ts';
import { playbackOf } from '../../../web/figure/controls/playback.ts';
import type { Declaration } from '../../../web/figure/declaration.ts';
import { stateFragment } from '../../../web/figure/export/state-fragment.ts';
import { number, stateTable } from '../../../web/figure/fields.ts';
import { FigureInstance } from '../../../web/figure/instance.ts';
import { BareHost } from './bare-host.ts';

interface State {
  readonly n: number;
  readonly seen: number;
}

/** Answers with twice the number, after as many turns of the event loop as the test lets pass. */
const asked: number[] = [];
let fault: (Error & { kind?: string }) | null = null;
const declared: Declaration<State, number> = {
  name: 'double',
  version: 3,
  state: stateTable<State>({
    n: number({ start: 1, min: 0, max: 100 }),
    seen: number({ start: 0, min: 0, max: 9, looks: true }),
  }),
  still: { seen: 9 },
  source: answersOf(() => async (state) => {
    asked.push(state.n);
    await Promise.resolve();
    if (fault) throw fault;
    return 2 * state.n;
  }),
  drawing: () => html``,
  marks: { places: ({ set }) => [{ x: set.n, y: 0, move: ({ x }) => ({ n: x }) }] },
  play: playbackOf({ end: 9, speed: 1, at: ({ seen }) => seen, show: (seen) => ({ seen }) }),
  exports: async () => ({ tables: (state, answer) => [{ name: 'all', columns: ['n'], rows: [[state.n], [answer]] }] }),
};

let host: BareHost;
let said: (string | null)[];
const ports = { redraw: () => {}, say: (words: string | null) => said.push(words), focus: () => {}, root: null };
const make = (key?: string) => new FigureInstance(declared, host, ports, key);
const settle = async (): Promise<void> => {
  for (let k = 0; k < 20; k++) await Promise.resolve();
};
const opened = async (key?: string) => {
  const figure = make(key);
  figure.open();
  await settle();
  return figure;
};

beforeEach(() => {
  host = new BareHost();
  said = [];
  asked.length = 0;
  fault = null;
});

test('nothing is computed before it is seen; then it shows its first state', async () => {
  const figure = make();
  await settle();
  expect([asked, figure.ready]).toEqual([[], false]);
  figure.open();
  await settle();
  expect([figure.state, figure.answer]).toEqual([{ n: 1, seen: 0 }, 2]);
});

describe('while the engine is busy', () => {
  test('the newest state is asked for next, and the picture is always of a state with its own answer', async () => {
    const figure = await opened();
    for (const n of [2, 3, 4]) figure.change({ n });
    expect([figure.set.n, figure.state.n, figure.answer]).toEqual([4, 1, 2]);
    await settle();
    expect(asked).toEqual([1, 2, 4]);
    expect([figure.state.n, figure.answer]).toEqual([4, 8]);
  });

  test('a change of how it is looked at asks nothing', async () => {
    const figure = await opened();
    figure.change({ seen: 5 });
    await settle();
    expect([asked, figure.state]).toEqual([[1], { n: 1, seen: 5 }]);
  });
});

describe('memory', () => {
  test('what the reader sets is kept under the key, with the version, and the link is forgotten', async () => {
    const figure = await opened();
    figure.change({ n: 7 });
    expect(host.stored.get('double')).toBe('{"version":3,"data":{"n":7,"seen":0}}');
    expect(host.forgotten).toEqual(['double']);
    expect((await opened()).state.n).toBe(7);
  });

  test('two figures of one name with keys of their own do not know of each other', async () => {
    const [first, second] = [await opened(), await opened('double.2')];
    first.change({ n: 7 });
    second.change({ n: 9 });
    await settle();
    expect([first.answer, second.answer]).toEqual([14, 18]);
    expect([(await opened()).state.n, (await opened('double.2')).state.n]).toEqual([7, 9]);
  });

  test('a state of another version, or one that is none, is not taken', async () => {
    for (const kept of ['{"version":2,"data":{"n":7,"seen":0}}', '{"version":3,"data":{"n":700,"seen":0}}', '7']) {
      host.stored.set('double', kept);
      expect((await opened()).state.n).toBe(1);
    }
  });

  test('a link goes before it, and a damaged one is told of', async () => {
    host.save('double', { version: 3, data: { n: 7, seen: 0 } });
    host.address = stateFragment('double', 3, { n: 5, seen: 1 });
    expect((await opened()).state).toEqual({ n: 5, seen: 1 });
    host.address = '#double=five';
    expect((await opened()).state.n).toBe(1);
    expect(said.at(-1)).toBe('The link is damaged. The figure is shown as it is at first.');
  });

  test('a link that comes later is followed, and what plays stops', async () => {
    const figure = await opened();
    figure.playback?.toggle();
    host.address = stateFragment('double', 3, { n: 5, seen: 1 });
    figure.followLink();
    await settle();
    expect([figure.state.n, figure.playback?.playing]).toEqual([5, false]);
  });
});

describe('trouble', () => {
  const refusal = Object.assign(new Error('n is odd'), { kind: 'invalid-argument' });

  test('a refused state leaves the last picture, and a good one takes the words away', async () => {
    const figure = await opened();
    fault = refusal;
    figure.change({ n: 3 });
    await settle();
    expect([figure.answer, figure.attempts.trouble?.message, figure.failed]).toEqual([2, 'n is odd', false]);
    fault = null;
    figure.change({ n: 1 });
    await settle();
    expect([figure.answer, figure.attempts.trouble]).toEqual([2, null]);
  });

  test('a kept state that is refused before there is a picture gives way to the first one', async () => {
    host.save('double', { version: 3, data: { n: 3, seen: 0 } });
    fault = refusal;
    const figure = make();
    figure.open();
    for (let k = 0; k < 3; k++) await Promise.resolve();
    fault = null;
    await settle();
    expect(figure.state.n).toBe(1);
    expect(said.at(-1)).toMatch(/^The engine refused/);
  });

  test('a failure waits for the reader, and another try asks for the same state', async () => {
    fault = Object.assign(new Error('gone'), { kind: 'unavailable' });
    const figure = await opened();
    expect([figure.ready, figure.failed]).toEqual([false, true]);
    fault = null;
    figure.retry();
    await settle();
    expect([figure.answer, figure.failed]).toEqual([2, false]);
  });
});

test('a reader who wants no motion has the end at first, and at once when they play', async () => {
  host.stillness = true;
  const figure = await opened();
  expect(figure.state.seen).toBe(9);
  figure.change({ seen: 0 });
  figure.playback?.toggle();
  expect([figure.set.seen, figure.playback?.playing]).toEqual([9, false]);
});

test('keys move a mark, and Escape puts back what the answer depends on', async () => {
  const figure = await opened();
  const press = (key: string): void =>
    figure.hands.key({
      key,
      target: { closest: () => null },
      preventDefault: () => {},
    } as unknown as KeyboardEvent);
  press('ArrowRight');
  press('ArrowRight');
  expect(figure.set.n).toBe(9);
  figure.change({ seen: 4 });
  press('Escape');
  expect(figure.set).toEqual({ n: 1, seen: 4 });
  expect(host.stored.has('double-met')).toBe(true);
});

test('what can be taken away is of the picture, and a loaded state is shown and kept', async () => {
  const figure = await opened();
  const things = figure.shareable();
  expect(things).toMatchObject({ name: 'double', key: 'double', version: 3, state: { n: 1, seen: 0 } });
  expect((await things?.contents())?.tables[0]?.rows).toEqual([[1], [2]]);
  things?.show({ n: 6, seen: 0 });
  await settle();
  expect(figure.answer).toBe(12);
  expect(host.stored.get('double')).toContain('"n":6');
});
