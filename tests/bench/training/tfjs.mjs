// @ts-check
// node tfjs.mjs CASE.json: gradient descent by TensorFlow.js with its WebAssembly backend, in floats, SIMD, one thread.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { readCase } from './case.mjs';
import { bestRate, JUDGED_AFTER } from './rounds.mjs';

const { name, X, y, W, alpha, width, points, dimension, lambda, stepSize } = readCase(process.argv[2]);
await tf.setBackend('wasm');
if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('TensorFlow.js finds no SIMD');

const inputs = tf.tensor2d(X, [points, dimension]);
const labels = tf.tensor2d(y, [points, 1]);
const first = tf.tensor2d(W, [width, dimension]).variable();
const second = tf.tensor2d(alpha, [width, 1]).variable();
const start = [first.clone(), second.clone()];

/** @returns {tf.Scalar} */
function objective() {
  const outputs = tf.matMul(tf.relu(tf.matMul(inputs, first, false, true)), second);
  const misfit = tf.mean(tf.square(tf.sub(outputs, labels)));
  if (lambda === 0) return misfit.asScalar();
  const decay = tf.mul(lambda, tf.add(tf.sum(tf.square(first)), tf.sum(tf.square(second))));
  return tf.add(misfit, decay).asScalar();
}

const optimizer = tf.train.sgd(stepSize);
const run = (/** @type {number} */ count) => {
  for (; count > 0; count--) tf.tidy(() => void optimizer.minimize(objective, false, [first, second]));
};
const restart = () => {
  first.assign(start[0].clone());
  second.assign(start[1].clone());
};

run(JUDGED_AFTER);
const loss = tf.tidy(() => objective().dataSync()[0]);
const stepsPerSecond = bestRate(run, restart);
console.log(JSON.stringify({ case: name, platform: 'TensorFlow.js', loss, stepsPerSecond }));
