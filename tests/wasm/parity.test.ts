import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createEngine, type TrainerSettings } from '../../web/engine/index.ts';

const bitsOf = (values: Float64Array): string[] =>
  [...new BigUint64Array(values.buffer)].map((bits) => bits.toString(16).padStart(16, '0'));

/** The same run natively and in WebAssembly. Every operation is correctly rounded by IEEE 754 and in the same order. */
test.each([
  [1000, 100, 1, 'normal', 'gd', 10],
  [1000, 37, 2, 'he', 'momentum', 10],
  [1000, 40, 4, 'balanced', 'nesterov', 10],
  [2000, 41, 5, 'normal', 'adam', 10],
  [2000, 42, 6, 'he', 'adagrad', 10],
  [2000, 43, 7, 'torch', 'rmsprop', 3],
  [2000, 44, 8, 'torch', 'sgd', 4],
  [20000, 64, 3, 'torch', 'gd', 10],
] as const)(
  'after %i steps of %i neurons, seed %i, %s, %s, %i points a step, native and WebAssembly weights agree in every bit',
  async (steps, width, seed, initialization, optimizer, batchSize) => {
    const run = [steps, width, seed, initialization, optimizer, batchSize].map(String);
    const native = execFileSync('build/debug/weights_after_run', run);
    const engine = await createEngine();
    const { X, y } = engine.dataset('teaser');
    const problem = { X, y, lambda: 1e-4, loss: 'mean', bias: true } as const;
    const settings: TrainerSettings = { width, initialization, seed, optimizer, batchSize, scale: 0.5, stepSize: 0.02 };
    const trainer = engine.createTrainer(problem, settings);
    trainer.step(steps);
    const { W, alpha } = trainer.weights;
    expect([...bitsOf(W), ...bitsOf(alpha)]).toEqual(native.toString().trim().split('\n'));
    trainer.dispose();
  },
);

/** Surfaces and basins too. */
test.each([
  [5, 1],
  [37, 2],
] as const)('grids over a plane of networks of %i neurons, seed %i, agree in every bit', async (width, seed) => {
  const native = execFileSync('build/debug/surface_bits', [width, seed].map(String));
  const engine = await createEngine();
  const { X, y } = engine.dataset('teaser');
  const problem = { X, y, lambda: 1e-2, loss: 'mean', bias: true } as const;
  const trainer = engine.createTrainer(problem, { width, seed });
  const plane = engine.lossPlane({ kind: 'random', network: trainer.weights, seed });
  trainer.dispose();
  const { z } = engine.landscape(problem, { plane, rows: 20, cols: 35 });
  const { loss } = engine.basins(problem, { plane, rows: 5, cols: 3, maxSteps: 200 });
  expect([...bitsOf(z), ...bitsOf(loss)]).toEqual(native.toString().trim().split('\n'));
});

/** What is solved over given patterns too, cold and warm: walls come and go, and every sum is in one order. */
test.each([
  [60, 7, 0.2],
  [60, 7, 0.02],
  [50, 5, 1e-3],
  [30, 9, 1e-6],
] as const)('the optimum of %i points in dimension %i at weight decay %f agrees in every bit', async (n, d, lambda) => {
  const native = execFileSync('build/debug/solve_bits', [n, d, lambda].map(String));
  const engine = await createEngine();
  let state = 12345;
  const draw = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const X = Array.from({ length: n }, () => Array.from({ length: d }, draw));
  const y = Array.from({ length: n }, draw);
  const options = { patterns: 'sampled', count: 20, seed: 1 } as const;
  const cold = engine.solve({ X, y, lambda, loss: 'sum' }, options);
  const warm = engine.solve({ X, y, lambda: lambda * 1.5, loss: 'sum' }, { ...options, warmStart: cold });
  const bits = [cold.W, cold.dual, warm.W, warm.dual].flatMap(bitsOf);
  expect(bits).toEqual(native.toString().trim().split('\n'));
});
