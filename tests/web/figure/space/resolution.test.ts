import { expect, test } from 'vitest';
import { Resolution } from '../../../../web/figure/space/resolution.ts';

const FRAME = 1000 / 60;

/** A screen of 60 frames a second, on a machine that takes `cost` to draw with a share of the pixels along a side. */
function machine(cost: (share: number) => number, { screen = FRAME } = {}) {
  const resolution = new Resolution();
  let now = 0;
  /** Shares drawn with in a second, drawing in so many of three frames. */
  const second = (drawing: 0 | 1 | 3): number[] => {
    const shares: number[] = [];
    const end = now + 1000;
    for (let k = 0; now < end; k++) {
      const sharpen = resolution.frame(now);
      const draws = sharpen || (drawing > 0 && k % (3 / drawing) === 0);
      if (draws) shares.push(resolution.draw(now + 1));
      const took = draws ? cost(shares.at(-1)!) : 0;
      now += screen * Math.max(1, Math.ceil((took + 2) / screen));
    }
    return shares;
  };
  return { moves: () => second(3), movesNowAndThen: () => second(1), rests: () => second(0) };
}

const byPixels = (full: number) => (share: number) => full * share ** 2;
const all = (shares: number[], value: number) => shares.every((share) => share === value);

test('a fast machine draws all pixels always', () => {
  const { moves, movesNowAndThen, rests } = machine(byPixels(9));
  const shares = [moves(), rests(), movesNowAndThen(), moves()].flat();
  expect(all(shares, 1)).toBe(true);
});

test('a slow machine soon draws as few as it needs while the picture moves, and all as soon as it is still', () => {
  const { moves, rests } = machine(byPixels(40));
  const first = moves();
  expect(all(first.slice(0, 3), 1)).toBe(true);
  const found = first.at(-1)!;
  expect(byPixels(40)(found)).toBeLessThan(FRAME);
  expect(first.indexOf(found)).toBeLessThan(8);
  expect(rests()).toEqual([1]);
  expect(rests()).toEqual([]);
  const second = moves();
  expect(second[0]).toBe(1); // a single change would stay as it is
  expect(all(second.slice(1), found)).toBe(true);
});

test('frames between those in which something is drawn do not hide that they are slow', () => {
  expect(machine(byPixels(40)).movesNowAndThen().at(-1)).toBeLessThan(1);
});

test('a frame that takes longer than the rest after it is no rest', () => {
  const { moves } = machine(byPixels(400));
  const shares = [moves(), moves()].flat();
  expect(all(shares.slice(3), shares[3]!)).toBe(true);
  expect(shares[3]).toBe(Math.min(...shares));
  expect(shares[3]).toBeLessThan(1);
});

test('single slow frames change nothing', () => {
  let frame = 0;
  const { moves } = machine(() => (frame++ % 5 < 2 ? 60 : 5));
  expect(all(moves(), 1)).toBe(true);
});

test('on a slow screen frames are not slow', () => {
  const { moves, rests } = machine(byPixels(9), { screen: 1000 / 30 });
  rests();
  rests();
  expect(all(moves(), 1)).toBe(true);
});

test('where fewer pixels do not help there are all of them again, and after two movements always', () => {
  const { moves, rests } = machine(() => 40);
  for (const movement of [1, 2]) {
    const shares = moves();
    expect(Math.min(...shares), `movement ${movement}`).toBeLessThan(1);
    expect(shares.at(-1), `movement ${movement}`).toBe(1);
    rests();
  }
  expect(all(moves(), 1)).toBe(true);
});

test('a machine that has become fast gets its pixels back, step by step', () => {
  let cost = 40;
  const { moves, rests } = machine((share) => cost * share ** 2);
  const slow = moves().at(-1)!;
  cost = 8;
  const shares = [1, 2, 3, 4].map(() => {
    rests();
    return moves().at(-1)!;
  });
  expect(shares[0]).toBeGreaterThanOrEqual(slow);
  expect(shares.at(-1)).toBe(1);
});
