import { beforeAll, describe, expect, test } from 'vitest';
import { createWorkerEngine } from '../../web/engine/client.ts';
import { type Answer, type State, scaleModel, table } from '../../web/figures/scale/model.ts';
import { phasesOf } from '../../web/figures/scale/phases.ts';
import { frameAt } from '../../web/figures/scale/run.ts';
import { LARGE, SMALL, stepSizeOf, stepsOf } from '../../web/figures/scale/schedule.ts';
import { LocalWorker } from '../../web/posters/local-worker.ts';

const engine = createWorkerEngine(() => new LocalWorker());
const answerTo = async (change: Partial<State>): Promise<Answer> => scaleModel(engine)({ ...table.start, ...change });
/** A run is several hundred messages to and fro: on a busy machine they take their time. */
const PATIENT = 60_000;

/** Loss labels in frames of the original's animation of the small start. */
const LABELS = {
  90: 0.7487,
  100: 0.7445,
  110: 0.6574,
  116: 0.3534,
  120: 0.1066,
  124: 0.0243,
  128: 0.0101,
  140: 0.0016,
};

describe('the small start', () => {
  let small: Answer;
  beforeAll(async () => {
    small = await answerTo({});
  }, PATIENT);

  test('its losses are those of the original animation, up to a shift of time', () => {
    const losses = small.run.frames.map(({ loss }) => loss);
    const misfit = (shift: number): number =>
      Math.max(...Object.entries(LABELS).map(([step, label]) => Math.abs(losses[Number(step) + shift] - label)));
    const shifts = Array.from({ length: 21 }, (_, k) => k - 10);
    // The fall is up to 0.08 a step, and a shift by whole steps leaves half of one.
    expect(Math.min(...shifts.map(misfit))).toBeLessThan(0.04);
  });

  test('the heaviest neuron gathers where small neurons head, and ends where the optimum switches', () => {
    const { heading, end, run } = small;
    expect(heading).toBeCloseTo(-2.2529, 4);
    expect(end).toBeCloseTo(-7 / 6, 4);
    const kinkAt = (step: number): number => {
      const { position, weight } = run.frames[step].neurons;
      return position[weight.indexOf(Math.max(...weight))];
    };
    expect(kinkAt(80)).toBeCloseTo(heading, 3);
    expect(kinkAt(SMALL.steps)).toBeCloseTo(-7 / 6, 4);
  });

  test('eight patterns become four; the optimum is one neuron and certified', () => {
    const { run, optimum } = small;
    expect(run.frames[0].patterns).toBe(8);
    expect(run.frames[SMALL.steps].patterns).toBe(4);
    expect(optimum.neurons).toBe(1);
    expect(optimum.gap).toBeLessThan(1e-6 * optimum.objective);
  });

  test('on the plateau growth of the fastest neurons is 0.157 a step, and turning is over before growing is', () => {
    expect(Math.log(1 + 0.1 * small.fastest)).toBeCloseTo(0.157, 2);
    const { alignment, fitting } = phasesOf(small.run);
    expect(alignment).toBeGreaterThan(90);
    expect(fitting).toBeLessThan(200);
    const halved = (key: 'turning' | 'growing'): number => {
      const rates = small.run.frames.slice(0, alignment).map((frame) => frame[key]);
      return rates.findLastIndex((rate) => rate > Math.max(...rates) / 2);
    };
    expect(halved('turning')).toBeLessThan(20);
    expect(halved('growing')).toBeGreaterThan(80);
  });

  test('a sixth of the scale is a later fall by ln 6 / 0.157 steps', async () => {
    const smaller = await answerTo({ scale: SMALL.scale / 6 });
    const fall = ({ run }: Answer): number => run.frames.findIndex(({ loss }) => loss < 0.37);
    expect(Math.abs(fall(smaller) - fall(small) - Math.log(6) / 0.157)).toBeLessThan(1.01);
  });
});

describe('the large start', () => {
  let large: Answer;
  beforeAll(async () => {
    large = await answerTo({ scale: LARGE.scale });
  }, PATIENT);

  test('the loss falls below a thousandth while some tens of neurons change and the weights hardly move', () => {
    const last = large.run.frames[large.run.frames.length - 1];
    expect(last.step).toBe(LARGE.steps);
    expect(last.loss).toBeLessThan(1e-3);
    expect(last.changed).toBeGreaterThan(20);
    expect(last.changed).toBeLessThan(60);
    expect(last.moved).toBeCloseTo(0.023, 2);
    expect(last.off).toBeGreaterThan(0.4);
  });

  test('the output is nearly that of the lazy model', () => {
    const { run } = large;
    const { curve } = run.frames[run.frames.length - 1];
    const nearest = (x: number): number =>
      curve.y[curve.x.reduce((best, at, k) => (Math.abs(at - x) < Math.abs(curve.x[best] - x) ? k : best), 0)];
    const apart = Array.from(run.lazy.x, (x, k) => (Math.abs(x) < 0.7 ? Math.abs(run.lazy.y[k] - nearest(x)) : 0));
    expect(Math.max(...apart)).toBeLessThan(0.1);
  });
});

test('between the two the step size follows the scale', () => {
  expect(stepSizeOf(SMALL.scale)).toBe(SMALL.stepSize);
  expect(stepSizeOf(LARGE.scale)).toBe(LARGE.stepSize);
  expect(stepSizeOf(1e-5)).toBeGreaterThan(LARGE.stepSize);
  expect(stepSizeOf(1e-5)).toBeLessThan(SMALL.stepSize);
  expect([stepsOf(SMALL.scale), stepsOf(LARGE.scale)]).toEqual([SMALL.steps, LARGE.steps]);
});

test('a run whose steps are too long says so and stays at its last step', async () => {
  const { run } = await answerTo({ scale: 0.3, stepSize: 0.3 });
  expect(run.message).toMatch(/^(diverged|silent) at step/);
  expect(frameAt(run, 1)).toBe(run.frames.length - 1);
});
