import { expect, test } from 'vitest';
import { type Room, roomsCss, roomsIn } from '../../../web/article/figure-rooms.ts';
import { inRoot } from '../../../web/build/root.mjs';
import { figureNames } from '../../support/figure-folders.ts';

test('every figure says how much room it needs, from the narrowest window on', () => {
  const rooms = roomsIn(inRoot('web/figures'));
  expect([...rooms.keys()].sort()).toEqual([...figureNames].sort());
  for (const [name, room] of rooms) {
    expect(Object.keys(room), name).toContain('0');
    for (const rem of Object.values(room)) expect(rem, name).toBeGreaterThan(10);
  }
});

test('rooms become rules, one block for every width at which something changes', () => {
  const rooms = new Map<string, Room>([
    ['one', { 0: 30, 600: 20 }],
    ['two', { 0: 40.5, 350: 35 }],
  ]);
  expect(roomsCss(rooms).split('\n')).toEqual([
    'hcx-one { --kept: 30rem; }',
    'hcx-two { --kept: 40.5rem; }',
    '@media (min-width: 350px) {',
    'hcx-two { --kept: 35rem; }',
    '}',
    '@media (min-width: 600px) {',
    'hcx-one { --kept: 20rem; }',
    '}',
  ]);
});
