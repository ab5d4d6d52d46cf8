import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createEngine, type Optimizer, type Problem } from '../../web/engine/index.ts';

interface Run {
  optimizer: Optimizer;
  stepSize: number;
  firstLayerRate: number;
  secondLayerRate: number;
  /** By the number of steps. */
  losses: Record<string, number>;
  W: number[][];
  alpha: number[];
}
type Instance = Required<Pick<Problem, 'lambda' | 'loss'>> & {
  X: number[][];
  y: number[];
  W: number[][];
  alpha: number[];
  runs: Run[];
};

/** Made by tests/reference/optimizers.py. */
const reference = JSON.parse(readFileSync('tests/reference/torch-optimizers.json', 'utf8')) as {
  instances: Instance[];
};
const engine = await createEngine();

const cases = reference.instances.flatMap((instance) =>
  instance.runs.map((run) => {
    const { optimizer, firstLayerRate, secondLayerRate } = run;
    const what = `${optimizer} at rates ${firstLayerRate}, ${secondLayerRate}; d = ${instance.X[0]!.length}, ${instance.loss}`;
    return [what, instance, run] as const;
  }),
);

test.each(cases)('%s: 200 steps agree with PyTorch to 1e-10', (_, instance, run) => {
  const { X, y, lambda, loss, W, alpha } = instance;
  const { optimizer, stepSize, firstLayerRate, secondLayerRate } = run;
  const settings = { optimizer, stepSize, firstLayerRate, secondLayerRate, W, alpha };
  const trainer = engine.createTrainer({ X, y, lambda, loss }, settings);
  for (const [steps, expected] of Object.entries(run.losses)) {
    trainer.step(Number(steps) - trainer.steps);
    expect(Math.abs(trainer.loss - expected)).toBeLessThan(1e-10 * expected);
  }
  const { W: rows, alpha: ends } = trainer.weights;
  const expected = [...run.W.flat(), ...run.alpha];
  const worst = [...rows, ...ends].reduce((most, w, k) => Math.max(most, Math.abs(w - expected[k]!)), 0);
  expect(worst).toBeLessThan(1e-10);
  trainer.dispose();
});
