import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createEngine } from '../../web/engine/index.ts';

const bitsOf = (values: Float64Array): string[] =>
  [...new BigUint64Array(values.buffer)].map((bits) => bits.toString(16).padStart(16, '0'));

/** The same run natively and in WebAssembly. Every operation is correctly rounded by IEEE 754 and in the same order. */
test.each([
  [1000, 100, 1, 'normal'],
  [1000, 37, 2, 'he'],
  [20000, 64, 3, 'torch'],
] as const)(
  'after %i steps of %i neurons, seed %i, %s, native and WebAssembly weights agree in every bit',
  async (steps, width, seed, initialization) => {
    const native = execFileSync('build/debug/weights_after_run', [steps, width, seed, initialization].map(String));
    const engine = await createEngine();
    const { X, y } = engine.dataset('teaser');
    const problem = { X, y, lambda: 1e-4, loss: 'mean', bias: true } as const;
    const trainer = engine.createTrainer(problem, { width, initialization, scale: 0.5, seed, stepSize: 0.02 });
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
