import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type Problem, type WorkerEngine } from '../../web/engine/index.ts';
import { LOOKS, raceModel, STEPS, table } from '../../web/figures/optimizers/model.ts';
import { RULES, settingsOf } from '../../web/figures/optimizers/rules.ts';
import { verdictOn } from '../../web/figures/optimizers/verdict.ts';
import { refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);

const problem = (): Problem => {
  const { X, y, bias } = engine.dataset('teaser');
  return { X, y, bias, lambda: 1e-3, loss: 'mean' };
};

describe('recordTraining', () => {
  test.each(RULES)('%s: sees what a trainer sees', (rule) => {
    const settings = settingsOf(rule, { width: 20, draw: 3, size: 0.01 });
    const record = engine.recordTraining(problem(), settings, [0, 7, 1000]);
    const trainer = engine.createTrainer(problem(), settings);
    expect([...record.loss]).toEqual([trainer.loss, trainer.step(7), trainer.step(993)]);
    expect(record.networks[2]).toMatchObject({ ...trainer.weights });
    expect(record.status).toBe(trainer.status);
    expect([...record.passes]).toEqual(rule === 'sgd' ? [0, 1.4, 200] : [0, 7, 1000]);
    trainer.dispose();
  });

  test('ends where the run diverges, and says so', () => {
    const { steps, status, message } = engine.recordTraining(problem(), { width: 20, stepSize: 100 }, [0, 5000]);
    expect([...steps]).toEqual([0]);
    expect(status).toBe('diverged');
    expect(message).toMatch(/^diverged at step \d+/);
  });

  test('refuses more networks than there is memory for', () => {
    const at = Array.from({ length: 300 }, (_, k) => k);
    expect(refusal(() => engine.recordTraining({ X: [[1]], y: [1], lambda: 0 }, { width: 1e6 }, at))).toBe(
      'at has 300 values, expected at most 25: each keeps a network of 2000000 weights',
    );
  });

  test('a step limit is not sought among step sizes that rounding keeps from growing', () => {
    const limits = { steps: 1, from: 5e-324, to: 1e3 };
    expect(refusal(() => engine.stepLimit({ X: [[1]], y: [1], lambda: 0.1 }, { width: 1 }, limits))).toBe(
      'from is 4.94065645841e-324, expected at least 1e-300',
    );
  });

  test('refuses steps that do not ascend', () => {
    expect(refusal(() => engine.recordTraining(problem(), {}, [5, 4]))).toBe(
      'at[1] is 4, expected a whole number from 6 on',
    );
    expect(refusal(() => engine.recordTraining(problem(), {}, []))).toContain('number of steps in at is 0');
  });
});

describe('stepLimit', () => {
  test('near the minimum of a parabola it is two over the curvature', () => {
    const parabola: Problem = { X: [[1]], y: [0], lambda: 0 };
    const start = { W: [[1]], alpha: [1], firstLayerRate: 0 };
    const { bears, throws } = engine.stepLimit(parabola, start);
    expect(bears).toBeLessThanOrEqual(1.02);
    expect(throws).toBeGreaterThanOrEqual(0.98);
    expect(engine.stepLimit(parabola, start, { to: 0.1 }).throws).toBe(Number.POSITIVE_INFINITY);
  });

  test('refuses bad settings by name', () => {
    expect(refusal(() => engine.stepLimit(problem(), {}, { steps: 0 }))).toContain('steps is 0');
    expect(refusal(() => engine.stepLimit(problem(), { width: 0 }))).toContain('width is 0');
  });
});

describe('the race', () => {
  const race = () => raceModel(engine as unknown as WorkerEngine);
  const kinds = async (change: Partial<typeof table.start>) => {
    const answer = await race()({ ...table.start, ...change });
    return Object.fromEntries(RULES.map((rule) => [rule, verdictOn(answer.runs[rule], answer).kind]));
  };

  test('begins for all rules with the same weights, and none goes below the line', async () => {
    const { runs, optimum } = await race()(table.start);
    for (const rule of RULES) {
      expect(runs[rule].networks[0]).toEqual(runs.gd.networks[0]);
      expect(Math.min(...runs[rule].loss)).toBeGreaterThanOrEqual(optimum.lowerBound);
    }
    expect(LOOKS.at(-1)).toBe(STEPS);
  });

  test('at weight decay 1e-3 four of the eight arrive', async () => {
    const ends = await kinds({});
    expect(RULES.filter((rule) => ends[rule] === 'arrived')).toEqual(['momentum', 'nesterov', 'adam', 'rmsprop']);
  });

  test('at weight decay 1e-4 none does, and Adam hangs about half above the line', async () => {
    const answer = await race()({ ...table.start, lambda: 1e-4 });
    const ends = RULES.map((rule) => verdictOn(answer.runs[rule], answer));
    expect(ends.filter(({ kind }) => kind === 'arrived')).toEqual([]);
    const adam = verdictOn(answer.runs.adam, answer);
    expect(adam.kind).toBe('hangs');
    expect('ratio' in adam && adam.ratio).toBeCloseTo(1.49, 2);
    for (const size of [3e-4, 1e-3, 1e-2, 3e-2]) {
      const settings = settingsOf('adam', { width: 20, draw: 1, size });
      const { loss } = engine.recordTraining({ ...problem(), lambda: 1e-4 }, settings, [STEPS]);
      expect(loss[0]! / answer.optimum.objective).toBeGreaterThan(1.45);
    }
    expect((await kinds({ lambda: 1e-4, width: 100 })).adam).toBe('arrived');
  });

  test('a change of one step size makes that run anew and no other', async () => {
    const ask = race();
    const before = await ask(table.start);
    const after = await ask({ ...table.start, sizes: { ...table.start.sizes, gd: 0.05 } });
    expect(after.runs.gd).not.toBe(before.runs.gd);
    for (const rule of RULES.filter((other) => other !== 'gd')) expect(after.runs[rule]).toBe(before.runs[rule]);
  });

  test('gd: longer steps arrive sooner, too long ones end dead or, by luck, at the optimum', async () => {
    const { optimum } = await race()(table.start);
    const end = (size: number) => {
      const { loss, status } = engine.recordTraining(problem(), settingsOf('gd', { width: 20, draw: 1, size }), [
        STEPS,
      ]);
      return { ratio: loss[0]! / optimum.objective, status };
    };
    expect(end(0.02).ratio).toBeGreaterThan(1.01);
    expect(end(0.08).ratio).toBeLessThan(1.01);
    expect(end(0.12).status).toBe('silent');
    expect(end(0.2).ratio).toBeLessThan(1.01);
  });

  test('says above which step size the chosen one is thrown, and beyond it the run is', async () => {
    const { limit } = await race()({ ...table.start, chosen: 'gd' });
    expect(limit.throws).toBeGreaterThan(table.start.sizes.gd);
    const thrown = engine.recordTraining(problem(), { width: 20, seed: 1, stepSize: limit.throws }, [0, 1000]);
    const ended = thrown.status !== 'running' || thrown.loss[1]! > thrown.loss[0]!;
    expect(ended).toBe(true);
  });
});
