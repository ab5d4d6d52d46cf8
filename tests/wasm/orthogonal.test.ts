import { describe, expect, test } from 'vitest';
import { createWorkerEngine } from '../../web/engine/client.ts';
import { type Answer, orthogonalModel, type State, table, WIDTH } from '../../web/figures/orthogonal/model.ts';
import { LocalWorker } from '../../web/posters/local-worker.ts';

const engine = createWorkerEngine(() => new LocalWorker());
const answerTo = (change: Partial<State> = {}): Promise<Answer> =>
  orthogonalModel(engine)({ ...table.start, ...change });
const lossAt = ({ frames }: Answer, step: number): number => {
  const frame = frames.find((each) => each.step >= step);
  if (!frame) throw new Error(`no step ${step}`);
  return frame.loss;
};

describe('points at right angles', () => {
  test('the plateaus are told before the run, and the run keeps to them', async () => {
    const answer = await answerTo();
    const { first } = answer.prophecy;
    const levels = answer.prophecy.levels.map(({ loss }) => loss);
    expect(levels.length).toBe(3);
    expect(first).toBe('positive');
    expect(levels[0]).toBeCloseTo(0.51, 10);
    expect(levels[1]).toBeCloseTo((0.81 + 0.16 + 0.09) / 6, 6);
    expect(lossAt(answer, 300)).toBeCloseTo(levels[0], 4);
    expect(lossAt(answer, 400)).toBeGreaterThan(0.995 * levels[0]);
    expect(lossAt(answer, 450)).toBeGreaterThan(0.98 * levels[0]);
    const halts = [600, 625, 650, 675, 700].map((step) => Math.abs(lossAt(answer, step) - levels[1]));
    expect(Math.min(...halts)).toBeLessThan(1e-3);
    expect(lossAt(answer, 950)).toBeLessThan(1e-3);
    expect(answer.frames.at(-1)?.loss).toBeLessThan(1e-3);
  });

  test('the directions are the two parts of the labels', async () => {
    const [positive, negative] = (await answerTo()).prophecy.directions;
    const norm = Math.sqrt(2);
    [1, 0.8, 0.6, 0, 0, 0].forEach((part, j) => {
      expect(positive?.[j]).toBeCloseTo(part / norm, 5);
    });
    [0, 0, 0, 0.9, 0.4, 0.3].forEach((part, j) => {
      expect(negative?.[j]).toBeCloseTo(part / Math.sqrt(1.06), 5);
    });
  });

  test('before the loss falls the heaviest neurons stand in them', async () => {
    const { frames } = await answerTo();
    const { neurons, toPositive } = frames.find(({ step }) => step >= 300) ?? frames[0];
    expect(toPositive[neurons.weight.indexOf(Math.max(...neurons.weight))]).toBeLessThan(0.01);
  });

  // A neuron that sees but some of its labels turns to those: beside the direction, where it grows more slowly.
  test('the weight gathers on them and close by', async () => {
    const { frames } = await answerTo();
    const last = frames[frames.length - 1];
    let [near, all] = [0, 0];
    for (let i = 0; i < WIDTH; i++) {
      all += last.neurons.weight[i];
      if (Math.min(last.toPositive[i], last.toNegative[i]) < 0.6) near += last.neurons.weight[i];
    }
    expect(near).toBeGreaterThan(0.98 * all);
  });

  test('labels of one sign leave one plateau; without labels there is none', async () => {
    const one = await answerTo({ labels: [1, 0.8, 0.6, 0.9, 0.4, 0.3] });
    expect(one.prophecy.directions[1]).toBe(null);
    expect(one.prophecy.levels.map(({ name }) => name)).toEqual(['nothing learnt', 'all learnt']);
    expect(one.frames.at(-1)?.loss).toBeLessThan(1e-3);
    const none = await answerTo({ labels: [0, 0, 0, 0, 0, 0] });
    expect(none.prophecy.levels[0].loss).toBe(0);
    expect(none.frames.at(-1)?.loss).toBeLessThan(1e-12);
  });

  test('the stronger sign goes first', async () => {
    const { prophecy } = await answerTo({ labels: [0.5, 0.4, 0.3, -1, -0.8, -0.6] });
    expect(prophecy.first).toBe('negative');
    expect(prophecy.levels[1]).toMatchObject({ name: 'negative learnt' });
    expect(prophecy.levels[1].loss).toBeCloseTo(0.5 / 6, 6);
  });
});
