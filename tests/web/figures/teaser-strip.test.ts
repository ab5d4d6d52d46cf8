import { describe, expect, test } from 'vitest';
import { logTicks } from '../../../web/figure/drawing/axis.ts';
import { countBeyond } from '../../../web/figures/teaser/beyond.ts';
import { eventsOf } from '../../../web/figures/teaser/events.ts';
import { gapPlace } from '../../../web/figures/teaser/gap-label.ts';
import { layoutFor } from '../../../web/figures/teaser/layout.ts';
import { changeSettings, movePoint, type State, startState } from '../../../web/figures/teaser/model.ts';
import type { Frame } from '../../../web/figures/teaser/run.ts';
import { stripScales } from '../../../web/figures/teaser/strip-scales.ts';

const start = startState([0, 1, 2].map((j) => ({ x: -0.4 + 0.4 * j, y: 0.5 })));

const frame = (steps: number, loss: number, state: State = start): Frame =>
  ({ steps, loss, state, optimum: { result: { objective: 0.008, lowerBound: 0.008 } } }) as Frame;

/** A film of 100 frames, 1000 steps apart. */
const film = (loss: (t: number) => number): Frame[] =>
  Array.from({ length: 101 }, (_, k) => frame(1000 * k, loss(k / 100)));

describe('what the reader changed on the way', () => {
  const faster = changeSettings(start, { stepSize: 0.1 });
  const moved = movePoint(faster, 0, { x: -0.3, y: 0.6 });
  const further = movePoint(moved, 0, { x: -0.2, y: 0.7 });

  test('is told in words, a drag as one event', () => {
    const states = [start, start, faster, moved, further, further];
    expect(eventsOf(states.map((state, i) => frame(10 * i, 1, state)))).toEqual([
      { kind: 'data', steps: 30, what: 'data moved' },
      { kind: 'setting', steps: 20, what: 'step size 0.050 \u2192 0.10' },
    ]);
  });

  test('is two events when it is done twice', () => {
    const slower = changeSettings(faster, { stepSize: 0.01 });
    const states = [start, ...Array(20).fill(faster), ...Array(20).fill(slower)] as State[];
    expect(
      eventsOf(states.map((state, i) => frame(i, 1, state))).map(({ steps, what }) => `${steps}: ${what}`),
    ).toEqual(['1: step size 0.050 \u2192 0.10', '21: step size 0.10 \u2192 0.010']);
  });

  test('is nothing while nothing is changed', () => {
    expect(eventsOf([frame(0, 1), frame(10, 0.5)])).toEqual([]);
  });
});

test('neurons out of the plot are counted on their side, those without a kink too, those without weight not', () => {
  const position = Float64Array.of(-3, -0.7, 0, 0.63, Infinity, 5);
  const weight = Float64Array.of(1, 2, 3, 1, 1, 0);
  const rest = { side: new Int8Array(6), slope: new Float64Array(6) };
  expect(countBeyond({ position, weight, ...rest })).toEqual({ left: 2, right: 2 });
});

describe.each([968, 350])('the strip at %i px', (width) => {
  const layout = layoutFor(width);
  const place = (frames: Frame[], now = layout.right) => gapPlace(frames, stripScales(frames, layout), layout, now);

  test('has at least two numbers on its axis, however flat the line', () => {
    for (const loss of [0.0081, 0.0095, 0.02, 1, 1e5]) {
      const { loss: scale } = stripScales(
        film(() => loss),
        layout,
      );
      expect(logTicks(scale.domain()).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('names the band where it is wide, clear of both lines over the whole width of the words', () => {
    const frames = film((t) => (t < 0.75 ? 0.5 : 0.0085));
    const { steps, loss } = stripScales(frames, layout);
    const at = place(frames);
    expect(at).not.toBeNull();
    expect((at?.x ?? 0) + 55).toBeLessThan(steps(75_000));
    expect((at?.y ?? 0) - 10).toBeGreaterThan(loss(0.5));
    expect((at?.y ?? 0) + 10).toBeLessThan(loss(0.008));
  });

  test('names the band above an optimum of 0, which a logarithm does not reach', () => {
    const nothing = { result: { objective: 0, lowerBound: 0 } };
    const frames = film((t) => 0.5 - 0.4 * t).map((each) => ({ ...each, optimum: nothing }) as Frame);
    const at = place(frames);
    expect(at?.y).toBeGreaterThan(layout.strip.top);
    expect(at?.y).toBeLessThan(layout.strip.bottom + 24);
  });

  test('does not name it where it does not fit', () => {
    expect(place(film(() => 0.0085))).toBeNull();
    expect(place([frame(0, 0.5), frame(5, 0.5)])).toBeNull();
  });
});
