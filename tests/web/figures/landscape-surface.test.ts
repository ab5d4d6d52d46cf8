import { expect, test } from 'vitest';
import { cameraFor, TOP, within } from '../../../web/figure/space/camera.ts';
import type { Surface } from '../../../web/figures/landscape/surface.ts';
import { isSeen, placeOn, reliefOf, weightsAt } from '../../../web/figures/landscape/surface-3d/relief.ts';

const SIDE = 41;
const REACH = 2;

/** A bowl around (0, 1) over a square of side 4, as far as heights need to know it. */
function bowl(): Surface {
  const axis = Float64Array.from({ length: SIDE }, (_, k) => REACH * ((2 * k) / (SIDE - 1) - 1));
  const z = Float64Array.from({ length: SIDE * SIDE }, (_, k) => {
    const [a, b] = [axis[k % SIDE]!, axis[Math.floor(k / SIDE)]!];
    return a * a + (b - 1) ** 2;
  });
  const grid = { z, rows: SIDE, cols: SIDE, u: axis, v: axis, rowsDone: SIDE };
  return { reach: REACH, grid, zeroLoss: 1 } as unknown as Surface;
}

const window = { left: 0, top: 20, width: 500, height: 480, map: { x: 260, y: 270, side: 440 } };
const angles = [0, 32, 125, -170].flatMap((turn) => [20, 43, 90].map((tilt) => ({ turn, tilt })));

test('heights are the losses of the grid, cut off at the top', () => {
  const relief = reliefOf(bowl());
  expect(relief.at(0, 0.5)).toBeCloseTo(0, 10);
  expect(relief.at(0, 0)).toBeCloseTo(relief.height(1), 10);
  expect(relief.at(-1, -1)).toBe(TOP);
  expect(relief.height(relief.cut)).toBeCloseTo(TOP, 10);
});

test('seen from above and not lifted, the floor lies on the map', () => {
  const { project } = cameraFor({ turn: 0, tilt: 90 }, window, reliefOf(bowl()).outline, 0);
  const [corner, middle] = [project([1, 1, 0.7]), project([0, 0, 0])];
  expect([middle.x, middle.y]).toEqual([expect.closeTo(260, 9), expect.closeTo(270, 9)]);
  expect([corner.x, corner.y]).toEqual([expect.closeTo(480, 9), expect.closeTo(50, 9)]);
});

test.each(angles)('turned by $turn and tilted by $tilt all fits, and points and matrix agree', (angle) => {
  const relief = reliefOf(bowl());
  const camera = cameraFor(angle, window, relief.outline);
  const m = camera.matrix();
  for (const place of relief.outline) {
    const { x, y } = camera.project(place);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(500);
    expect(y).toBeGreaterThan(19.9);
    expect(y).toBeLessThan(500.1);
    const [a, b, c] = place;
    const clip = [0, 1].map((row) => m[row]! * a + m[4 + row]! * b + m[8 + row]! * c + m[12 + row]!);
    expect(clip[0]).toBeCloseTo((2 * x) / 500 - 1, 9);
    expect(clip[1]).toBeCloseTo(1 - (2 * (y - 20)) / 480, 9);
    const [backA, backB] = camera.at({ x, y }, c);
    expect(Math.hypot(backA - a, backB - b)).toBeLessThan(1e-9);
  }
});

test('what is grabbed on the surface is what is seen there, and stays on its slope', () => {
  const relief = reliefOf(bowl());
  const camera = cameraFor({ turn: 32, tilt: 65 }, window, relief.outline);
  const weights = [0.6, 0.9] as const;
  const place = placeOn(relief, weights);
  expect(isSeen(relief, camera, place)).toBe(true);
  expect(isSeen(relief, cameraFor({ turn: 32, tilt: 20 }, window, relief.outline), place)).toBe(false);
  const [w1, w2] = weightsAt(relief, camera, camera.project(place), [0.5, 0.8]);
  expect(Math.hypot(w1 - 0.6, w2 - 0.9)).toBeLessThan(0.01);
});

test('angles stay level and above the floor', () => {
  expect(within({ turn: 190, tilt: 5 })).toEqual({ turn: -170, tilt: 20 });
  expect(within({ turn: -540, tilt: 120 }).tilt).toBe(90);
});
