// @ts-check
// node wasm.mjs INSTANCE.json ...: times the engine in WebAssembly through its JavaScript interface, dist/engine. Prints one
// JSON object a line, as hcx_bench does.
import { judge, readInstance } from './instance.mjs';
import { repeated } from './timing.mjs';

const { createEngine } = await import(new URL('../../dist/engine/index.js', import.meta.url).href);
const engine = await createEngine();

/** @param {import('./instance.mjs').Instance} instance */
function givenPatterns({ patterns, signs }) {
  return {
    patterns: patterns.map((pattern) => Uint8Array.from(pattern, Number)),
    signs: signs === 'both' ? signs : Int8Array.from(signs),
  };
}

/**
 * @param {import('./instance.mjs').Instance} instance
 * @param {string} solver
 * @param {object} options
 */
function time(instance, solver, options) {
  const { X, y, lambda, loss } = instance;
  const problem = { X: { data: Float64Array.from(X.flat()), rows: X.length, cols: X[0].length }, y, lambda, loss };
  const { answer, milliseconds } = repeated(() => engine.solve(problem, options));
  const { status, objective, lowerBound, patterns, W, alpha, dimension: d } = answer;
  const blocks = Array.from(alpha, (/** @type {number} */ a, /** @type {number} */ i) => ({
    pattern: patterns[i],
    sign: Math.sign(a),
    u: Array.from(W.slice(i * d, (i + 1) * d), (/** @type {number} */ w) => Math.abs(a) * w),
  }));
  const { violation } = judge(instance, blocks);
  console.log(
    JSON.stringify({ instance: instance.name, solver, milliseconds, objective, lowerBound, violation, status }),
  );
}

/** Whether this build takes patterns from its caller. */
function takesPatterns() {
  try {
    engine.solve({ X: [[1]], y: [1], lambda: 0.1 }, { patterns: [Uint8Array.of(1)], signs: 'both' });
    return true;
  } catch {
    return false;
  }
}

const solvesGiven = takesPatterns();
if (!solvesGiven) console.error('  the engine in dist/ has no solver for given patterns; without it');
for (const file of process.argv.slice(2)) {
  const instance = readInstance(file);
  if (solvesGiven) time(instance, 'given patterns, WebAssembly', givenPatterns(instance));
  if (instance.everyPattern && instance.X[0].length <= 2) time(instance, 'exact, WebAssembly', {});
}
