import { beforeEach, describe, expect, test } from 'vitest';
import {
  changeSettings,
  defaults,
  movePoint,
  newDraw,
  type State,
  startState,
} from '../../../web/figures/teaser/model.ts';
import { Session } from '../../../web/figures/teaser/session.ts';
import { stubEngine } from './stub-engine.ts';

const points = [0, 1, 2].map((j) => ({ x: -0.4 + 0.4 * j, y: 0.5 }));
const start: State = { points, settings: { ...defaults, speed: 10 }, seed: 1 };

let stub: ReturnType<typeof stubEngine>;
let session: Session;
let kept: State[];
let troubles: string[];

beforeEach(() => {
  stub = stubEngine();
  kept = [];
  troubles = [];
  session = new Session(() => stub.engine, {
    attempt: async (work) => {
      try {
        await work();
        return true;
      } catch (error) {
        troubles.push((error as Error).message);
        return false;
      }
    },
    changed: () => {},
    keep: (state) => kept.push(state),
  });
});

/** So many animation frames, each with time for the engine to answer. */
async function frames(count: number): Promise<void> {
  for (let k = 0; k < count; k++) {
    session.frame(k);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }
}

const steps = () => session.shown?.steps;
const open = (still = false) => session.open(points, start, still);

describe('a session', () => {
  test('does nothing before there are data', async () => {
    await frames(3);
    expect(stub.calls).toEqual([]);
  });

  test('plays by itself when opened', async () => {
    open();
    await frames(3);
    expect(stub.calls).toEqual(['create 100 seed 1', 'solve', 'step 1', 'step 1', 'step 2']);
    expect(steps()).toBe(4);
  });

  test('is not faster than its speed', async () => {
    open();
    await frames(7);
    expect(stub.calls.slice(-3)).toEqual(['step 8', 'step 10', 'step 10']);
  });

  test('shows the end at once when motion is not wanted, and rests', async () => {
    open(true);
    await frames(10);
    expect(steps()).toBe(300_000);
  });

  test('and leaves that way to the end as soon as the reader does something', async () => {
    open(true);
    session.frame(0);
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    session.rewind();
    await frames(3);
    expect(steps()).toBe(0);
  });

  test('solves again only when the problem has changed', async () => {
    open();
    await frames(5);
    session.set({ speed: 20 });
    session.set({ stepSize: 0.02 });
    await frames(5);
    expect(stub.calls.filter((call) => call === 'solve')).toHaveLength(1);
    session.set({ lambda: 0.01 });
    await frames(1);
    expect(stub.calls.filter((call) => call === 'solve')).toHaveLength(2);
    expect(session.shown?.optimum?.result.objective).toBe(0.01);
  });

  test('trains while a point is held, even if paused', async () => {
    open();
    await frames(2);
    session.pause();
    const before = steps() ?? 0;
    session.holding = true;
    session.put(movePoint(start, 1, { x: 0, y: 0.7 }));
    await frames(2);
    expect(steps()).toBeGreaterThan(before);
    expect(kept).toEqual([]);
    session.holding = false;
    session.put(session.state as State);
    expect(kept).toHaveLength(1);
  });
});

describe('scrubbing', () => {
  beforeEach(async () => {
    open();
    await frames(10);
  });

  test('shows the past and pauses', async () => {
    session.scrubTo(37);
    expect([steps(), session.playing]).toEqual([36, false]);
    await frames(3);
    expect(steps()).toBe(36);
  });

  test('and playing goes on from there', async () => {
    session.scrubTo(36);
    session.play();
    await frames(2);
    expect(stub.calls).toContain('restore 36');
    expect(session.film.map((frame) => frame.steps)).toEqual([0, 1, 2, 4, 8, 16, 26, 36, 46]);
  });

  test('and another network starts anew: the weights of that time are not for it', async () => {
    session.scrubTo(36);
    session.set({ width: 7 });
    await frames(1);
    expect(stub.calls).toContain('create 7 seed 1');
    expect(stub.calls).not.toContain('restore 36');
  });

  test('brings back the step size of that time', async () => {
    session.set({ stepSize: 0.01 });
    await frames(3);
    session.scrubTo(8);
    session.play();
    expect(session.settings?.stepSize).toBe(defaults.stepSize);
  });

  test('brings back the data of that time', async () => {
    session.put(movePoint(start, 1, { x: 0, y: 0.7 }));
    await frames(3);
    session.scrubTo(0);
    expect(session.points).toEqual(points);
    session.play();
    expect(session.state?.points).toEqual(points);
  });
});

describe('buttons', () => {
  beforeEach(async () => {
    open();
    await frames(10);
  });

  test('one step is one step, and pauses', async () => {
    session.step();
    await frames(3);
    expect([steps(), session.playing]).toEqual([67, false]);
  });

  test('rewind restores the first weights and keeps the data', async () => {
    const moved = movePoint(start, 1, { x: 0, y: 0.7 });
    session.put(moved);
    session.pause();
    session.rewind();
    await frames(2);
    expect(stub.calls.at(-1)).toBe('restore 0');
    expect([steps(), session.points]).toEqual([0, moved.points]);
  });

  test('a new draw is another seed from step 0', async () => {
    session.pause();
    session.draw();
    await frames(1);
    expect(stub.calls).toContain('create 100 seed 2');
    expect(steps()).toBe(0);
  });

  test('reset brings the first data and settings back, whatever was changed', async () => {
    const first = startState(points);
    for (const changed of [
      movePoint(first, 1, { x: 0, y: 0.7 }),
      changeSettings(first, { lambda: 0.01 }),
      changeSettings(first, { width: 3 }),
      newDraw(first),
    ]) {
      session.put(changed);
      await frames(2);
      expect(session.changed).toBe(true);
      session.reset();
      await frames(2);
      expect([session.changed, session.state]).toEqual([false, first]);
    }
    expect(troubles).toEqual([]);
  });
});

describe('when things go wrong', () => {
  test('a refused state is not sent again, and the next one is', async () => {
    open();
    await frames(2);
    stub.fail(new Error('lambda is -1'));
    session.set({ lambda: 0.5 });
    await frames(5);
    expect(troubles).toEqual(['lambda is -1']);
    expect(session.playing).toBe(false);
    stub.fail(null);
    session.set({ lambda: 0.25 });
    await frames(1);
    expect(session.shown?.optimum?.result.objective).toBe(0.25);
  });

  test('a run that diverged stops, and starts again when the step size is changed', async () => {
    open();
    await frames(3);
    session.set({ stepSize: 1 });
    await frames(2);
    expect([session.verdict, session.playing]).toEqual(['diverged', false]);
    session.set({ stepSize: 0.1 });
    await frames(2);
    expect(stub.calls).toContain('restore 0');
    expect([session.verdict, session.playing]).toEqual([null, true]);
  });

  test('a run thrown above its start is told so after its first steps, and starts again with other steps', async () => {
    session.open(points, { ...start, settings: { ...start.settings, stepSize: 0.6 } }, false);
    await frames(10);
    expect(session.verdict).toBeNull();
    await frames(10);
    expect(session.verdict).toBe('thrown');
    session.set({ lambda: 1e-3 });
    await frames(1);
    expect(stub.calls).not.toContain('restore 0');
    session.set({ stepSize: 0.1 });
    await frames(2);
    expect(stub.calls).toContain('restore 0');
    expect([session.verdict, session.playing]).toEqual([null, true]);
  });

  test('restarting makes a new run of the same state', async () => {
    open();
    await frames(2);
    session.restart();
    await frames(1);
    expect(stub.calls.filter((call) => call.startsWith('create'))).toHaveLength(2);
  });
});
