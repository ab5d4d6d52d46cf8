import { describe, expect, test } from 'vitest';
import { flag, lenient, oneOf, orNone, pairOf } from '../../../web/figure/field-kinds.ts';
import { listOf, number, record, seed, stateTable } from '../../../web/figure/fields.ts';

interface State {
  readonly lambda: number;
  readonly width: number;
  readonly rule: 'gd' | 'adam';
  readonly labels: readonly number[] | null;
  readonly at: { readonly x: number; readonly y: number };
  readonly seen: number;
  readonly angle: number;
  readonly descending: boolean;
}

const unit = number({ start: 0, min: -1, max: 1 });
const table = stateTable<State>(
  {
    lambda: number({ start: 0.1, min: 1e-3, max: 1, log: true, label: 'Weight decay', symbol: '𝜆' }),
    width: number({ start: 10, min: 1, max: 100, whole: true, unit: 'neurons' }),
    rule: oneOf(['gd', 'adam'] as const, { start: 'gd' }),
    labels: orNone(listOf(unit, { start: [], least: 1, most: 3 })),
    at: record({ x: unit, y: unit }, (at) => (at.x <= at.y ? at : undefined)),
    seen: number({ start: 0, min: 0, max: 9, whole: true, missing: 9, looks: true }),
    angle: { ...lenient(unit), missing: 0, looks: true },
    descending: flag(false, { passing: true }),
  },
  (state) => ({ ...state, seen: Math.max(state.seen, 1) }),
);
const given = (change: object): unknown => JSON.parse(JSON.stringify({ ...table.start, ...change }));

test('the first state is that of the fields', () => {
  expect(table.start).toEqual({
    lambda: 0.1,
    width: 10,
    rule: 'gd',
    labels: null,
    at: { x: 0, y: 0 },
    seen: 0,
    angle: 0,
    descending: false,
  });
});

describe('a state from outside', () => {
  test('comes back as it was, what the fields leave open put right', () => {
    const state = { lambda: 0.5, rule: 'adam', labels: [0.5, -1], at: { x: -1, y: 0.5 }, seen: 3 };
    expect(table.parse(given(state))).toEqual({ ...table.start, ...state });
    expect(table.parse(given({ seen: 0 }))?.seen).toBe(1);
  });

  test.each([
    ['nothing', null],
    ['a word', 'state'],
    ['a number beyond its range', given({ lambda: 2 })],
    ['a number as a word', given({ lambda: '0.5' })],
    ['half a neuron', given({ width: 2.5 })],
    ['a rule that there is not', given({ rule: 'sgd' })],
    ['an empty list', given({ labels: [] })],
    ['a list that is too long', given({ labels: [0, 0, 0, 0] })],
    ['a list with a hole', given({ labels: [0, null] })],
    ['parts that do not go together', given({ at: { x: 1, y: 0 } })],
    ['a missing setting', { ...table.start, width: undefined }],
  ])('is refused when it is %s', (_, data) => {
    expect(table.parse(data)).toBeNull();
  });

  test('from before a field was there has the value that was meant then', () => {
    const { seen: _, ...before } = table.start;
    expect(table.parse(before)?.seen).toBe(9);
  });

  test('keeps the rest where a lenient field cannot be read', () => {
    expect(table.parse(given({ angle: 'up', lambda: 0.2 }))).toMatchObject({ angle: 0, lambda: 0.2 });
  });

  test('has nothing that lasts no longer than the page, and takes nothing that a stranger added', () => {
    expect(table.parse(given({ descending: true, more: 1 }))).toEqual({ ...table.start, seen: 1 });
    expect(table.kept({ ...table.start, descending: true })).not.toHaveProperty('descending');
  });
});

test('a change of how it is looked at asks the engine nothing, any other does', () => {
  const { start, sameQuestion } = table;
  expect(sameQuestion(start, { ...start, seen: 4, angle: 0.5 })).toBe(true);
  expect(sameQuestion(start, { ...start, lambda: 0.2 })).toBe(false);
  expect(sameQuestion(start, { ...start, at: { x: 0, y: 1 } })).toBe(false);
  expect(sameQuestion(start, { ...start, at: { ...start.at } })).toBe(true);
});

test('numbers are clamped, shown and read aloud as their field says', () => {
  const width = number({ start: 10, min: 1, max: 10_000, whole: true, unit: 'neurons' });
  expect([width.clamp(2.4), width.clamp(-3), width.clamp(1e9)]).toEqual([2, 1, 10_000]);
  expect([width.shown(2000), width.spoken(2000)]).toEqual(['2\u202f000 neurons', '2000 neurons']);
});

test('a pair has two values, and a seed is a whole number', () => {
  const pair = pairOf(unit, [0, 0]);
  expect([pair.read([1, 0]), pair.read([1]), pair.read([1, 2])]).toEqual([[1, 0], undefined, undefined]);
  expect([seed(1).read(7), seed(1).read(-1), seed(1).read(0.5)]).toEqual([7, undefined, undefined]);
});
