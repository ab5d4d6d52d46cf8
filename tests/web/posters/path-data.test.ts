import { expect, test } from 'vitest';
import { shortened } from '../../../web/posters/path-data.ts';

/** The points of data as `shortened` writes them. */
function points(d: string): [number, number][] {
  const [x, y, ...steps] = (d.match(/-?\d*\.?\d+/g) ?? []).map(Number) as [number, number, ...number[]];
  const out: [number, number][] = [[x, y]];
  for (let k = 0; k < steps.length; k += 2) out.push([out.at(-1)![0] + steps[k]!, out.at(-1)![1] + steps[k + 1]!]);
  return out;
}

test('points on a line are not needed', () => {
  expect(shortened('M0,0L1,1L2,2L10,10L10,0z')).toBe('M0,0l10,10 0,-10z');
  expect(shortened('M0.5,0L0.25,0')).toBe('M.5,0l-.2,0');
});

test('a curve stays where it was, and roundings do not add up', () => {
  const circle = Array.from({ length: 400 }, (_, k) => [100 * Math.cos(k / 63.6), 100 * Math.sin(k / 63.6)]);
  const d = shortened(circle.map(([x, y], k) => `${k ? 'L' : 'M'}${x},${y}`).join('') + 'z');
  const kept = points(d);
  expect(kept.length).toBeLessThan(100);
  for (const [x, y] of kept) expect(Math.abs(Math.hypot(x, y) - 100)).toBeLessThan(0.08);
  for (const [k, [x, y]] of kept.slice(1).entries()) {
    const middle = Math.hypot((x + kept[k]![0]) / 2, (y + kept[k]![1]) / 2);
    expect(middle).toBeGreaterThan(99.7);
  }
});

test('several lines, and a ring that ends where it began', () => {
  expect(shortened('M0,0L5,0M1,1L1,9L9,9L1,1z')).toBe('M0,0l5,0M1,1l0,8 8,0 -8,-8z');
});

test.each(['M0,0h8v2z', 'M1,1a3,3 0 0 1 6,0', 'M0,0q1,1 2,2', 'M1e-7,0L2,2', ''])('%s is left as it is', (d) => {
  expect(shortened(d)).toBe(d);
});
