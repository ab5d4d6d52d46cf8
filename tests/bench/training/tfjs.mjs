// @ts-check
// In a page: gradient descent by TensorFlow.js with its WebAssembly backend, in floats, SIMD, one thread. Its packages are made
// for bundlers - Node does not find their gradients - so that page.mjs bundles this file first.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { bestRate, JUDGED_AFTER } from './rounds.mjs';

/** @param {string} folder of the backend's modules */
async function useWebAssembly(folder) {
  setWasmPaths(folder);
  await tf.setBackend('wasm');
  await tf.ready();
  if (tf.getBackend() !== 'wasm') throw new Error('TensorFlow.js has no WebAssembly here');
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('TensorFlow.js finds no SIMD');
}

/** @param {import('./case.mjs').Case} problem */
function model({ X, y, W, alpha, width, points, dimension, lambda }) {
  const inputs = tf.tensor2d(X, [points, dimension]);
  const labels = tf.tensor2d(y, [points, 1]);
  const start = [tf.tensor2d(W, [width, dimension]), tf.tensor2d(alpha, [width, 1])];
  const weights = start.map((values) => tf.variable(values));
  const [first, second] = weights;
  const objective = () => {
    const outputs = tf.matMul(tf.relu(tf.matMul(inputs, first, false, true)), second);
    const misfit = tf.mean(tf.square(tf.sub(outputs, labels)));
    if (lambda === 0) return /** @type {tf.Scalar} */ (misfit);
    const decay = tf.mul(lambda, tf.add(tf.sum(tf.square(first)), tf.sum(tf.square(second))));
    return /** @type {tf.Scalar} */ (tf.add(misfit, decay));
  };
  const restart = () => {
    for (const [i, variable] of weights.entries()) variable.assign(start[i]);
  };
  return { objective, weights, restart };
}

/**
 * @param {{file: string, folder: string}} from of the case and of the backend's modules
 * @returns {Promise<import('./case.mjs').Row>}
 */
export async function timeTensorFlow({ file, folder }) {
  await useWebAssembly(folder);
  /** @type {import('./case.mjs').Case} */
  const problem = await (await fetch(file)).json();
  const { objective, weights, restart } = model(problem);
  const optimizer = tf.train.sgd(problem.stepSize);
  const run = (/** @type {number} */ count) => {
    for (; count > 0; count--) tf.tidy(() => void optimizer.minimize(objective, false, weights));
  };
  run(JUDGED_AFTER);
  const loss = tf.tidy(() => objective().dataSync()[0]);
  return { case: problem.name, platform: 'TensorFlow.js', loss, stepsPerSecond: bestRate(run, restart) };
}
