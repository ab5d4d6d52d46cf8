import { expect, test } from 'vitest';
import { History } from '../../../web/figure/history.ts';

const filled = (steps: readonly number[], limit = 100) => {
  const film = new History<{ steps: number }>(limit);
  for (const s of steps) film.push({ steps: s });
  return film;
};
const stepsOf = (film: History<{ steps: number }>) => film.frames.map(({ steps }) => steps);
const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i);

test('keeps at most its limit, the first and the newest among them', () => {
  const film = filled(upTo(1000), 50);
  expect(film.frames).toHaveLength(50);
  expect(film.frames[0].steps).toBe(0);
  expect(film.last?.steps).toBe(1000);
});

test('what remains covers the run evenly', () => {
  const steps = stepsOf(filled(upTo(5000), 40));
  const widths = steps.slice(1).map((s, i) => s - steps[i]);
  expect(Math.max(...widths)).toBeLessThanOrEqual(5 * (5000 / 40));
});

test('a frame of the same step replaces the one there', () => {
  const film = new History<{ steps: number; mark: string }>(10);
  film.push({ steps: 3, mark: 'old' });
  film.push({ steps: 3, mark: 'new' });
  expect(film.frames).toEqual([{ steps: 3, mark: 'new' }]);
});

test('an earlier frame forgets the later ones: the run went on from there', () => {
  expect(stepsOf(filled([0, 10, 20, 30, 15]))).toEqual([0, 10, 15]);
});

test('cutting keeps the frame itself', () => {
  const film = filled([0, 10, 20]);
  film.cutAfter({ steps: 10 });
  expect(stepsOf(film)).toEqual([0, 10]);
});

test('the nearest frame is found, the later of two at the same distance', () => {
  const film = filled([0, 10, 20]);
  expect([-5, 4, 5, 12, 99].map((s) => film.nearest(s)?.steps)).toEqual([0, 0, 10, 10, 20]);
  expect(filled([]).nearest(3)).toBeUndefined();
});

test('neighbours stop at the ends', () => {
  const film = filled([0, 10, 20]);
  expect([-1, 1, 10].map((offset) => film.neighbour({ steps: 10 }, offset)?.steps)).toEqual([0, 20, 20]);
});
