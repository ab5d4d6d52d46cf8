// @ts-check
// The engine in WebAssembly through its JavaScript interface, in Node and in a page.
import { bestRate, bestSeconds, JUDGED_AFTER } from './rounds.mjs';

/** @typedef {import('./case.mjs').Case} Case */

/** @param {number[]} values @param {number} rows @param {number} cols */
const matrix = (values, rows, cols) => ({ data: Float64Array.from(values), rows, cols });

/**
 * @param {import('../../../web/engine/types.ts').Engine} engine
 * @param {Case} problem
 * @param {string} platform
 * @returns {import('./case.mjs').Row}
 */
export function timeCase(engine, problem, platform) {
  const { X, y, W, alpha, width, points, dimension, loss, lambda, steps, stepSize } = problem;
  const optimizer = /** @type {import('../../../web/engine/types.ts').Optimizer} */ (problem.optimizer);
  const trainer = engine.createTrainer(
    { X: matrix(X, points, dimension), y, loss, lambda },
    { W: matrix(W, width, dimension), alpha, stepSize, optimizer },
  );
  const start = trainer.snapshot();
  const restart = () => trainer.restore(start);
  const judged = trainer.step(JUDGED_AFTER);
  const run = (/** @type {number} */ k) => void trainer.step(k);
  const time =
    steps > 0 ? { seconds: bestSeconds(() => run(steps), restart) } : { stepsPerSecond: bestRate(run, restart) };
  const { status } = trainer;
  trainer.dispose();
  return { case: problem.name, platform, loss: judged, ...time, status };
}

/**
 * What the same SIMD instructions can do at most here; the module is that of peak.cpp, whose numbers these are.
 * @param {BufferSource} bytes
 * @param {string} platform
 * @returns {Promise<import('./case.mjs').Peak>}
 */
export async function timePeak(bytes, platform) {
  const [rounds, operations] = [20_000, 28];
  const { instance } = await WebAssembly.instantiate(bytes);
  const peak = /** @type {(rounds: number) => number} */ (instance.exports.hcx_peak);
  const run = (/** @type {number} */ k) => {
    for (; k > 0; k--) peak(rounds);
  };
  return { platform, operationsPerSecond: rounds * operations * bestRate(run, () => {}) };
}
