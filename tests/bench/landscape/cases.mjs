// @ts-check
// Grids of losses and of descents, timed alike in Node and in a page.

/** @typedef {import('../../../web/engine/index.ts').Engine} Engine */
/** @typedef {import('../../../web/engine/index.ts').LossPlane} LossPlane */
/** @typedef {import('../../../web/engine/index.ts').Problem} Problem */
/** @typedef {{ case: string, platform: string, milliseconds: number, perSecond: number }} Row */

const ROUNDS = 12;
const SIDE = 512;

/** Points on the line and labels, the same everywhere. @param {number} n @returns {Problem} */
const points = (n) => ({
  X: Array.from({ length: n }, (_, j) => [Math.sin(3 * j + 1)]),
  y: Array.from({ length: n }, (_, j) => Math.cos(5 * j)),
  lambda: 1e-3,
});

/** Two neurons in one dimension, over their two weights. @param {Engine} engine @returns {LossPlane} */
const overWeights = (engine) =>
  engine.lossPlane({
    kind: 'parameters',
    network: { W: [[1], [-1]], alpha: [1, 1] },
    u: { neuron: 0 },
    v: { neuron: 1 },
  });

/** Many neurons, over two random directions. @param {Engine} engine @param {number} m @returns {LossPlane} */
const overDirections = (engine, m) => {
  const network = { W: Array.from({ length: m }, (_, i) => [Math.sin(7 * i + 2)]), alpha: Array(m).fill(1 / m) };
  return engine.lossPlane({ kind: 'random', network, seed: 1 });
};

/** @param {Engine} engine */
function cases(engine) {
  const window = { u: [-3, 3], v: [-3, 3], rows: SIDE, cols: SIDE };
  const grid = (/** @type {Problem} */ problem, /** @type {LossPlane} */ plane) => ({
    count: SIDE * SIDE,
    work: () => engine.landscape(problem, { ...window, plane }),
  });
  const starts = { ...window, rows: 128, cols: 128, stepSize: 0.02, maxSteps: 500, tolerance: 0 };
  const descents = () =>
    engine.basins({ ...points(2), lambda: 0 }, { ...starts, plane: overWeights(engine), layers: 'first' });
  return {
    '512 x 512, n = 2, two weights': grid(points(2), overWeights(engine)),
    '512 x 512, n = 50, two weights': grid(points(50), overWeights(engine)),
    '512 x 512, n = 50, 100 neurons': grid(points(50), overDirections(engine, 100)),
    '128 x 128 descents of 500 steps': { count: 128 * 128 * 500, work: descents },
  };
}

/** The best of several rounds. @param {Engine} engine @param {string} platform @returns {Row[]} */
export function timeLandscapes(engine, platform) {
  return Object.entries(cases(engine)).map(([name, { count, work }]) => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      const begin = performance.now();
      work();
      best = Math.min(best, performance.now() - begin);
    }
    return { case: name, platform, milliseconds: best, perSecond: (1000 * count) / best };
  });
}

/** Runs in a page. @param {{ platform: string }} options */
export async function timeInPage({ platform }) {
  const library = '/dist/engine/index.js';
  const { createEngine } = await import(library);
  return timeLandscapes(await createEngine(), platform);
}
