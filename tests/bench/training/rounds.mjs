// @ts-check
// How the benches of training take their time, in Node and in a page alike; as in main.cpp.

const WARM_UP = 300; // milliseconds, in short calls: V8 runs a function compiled for speed only when it is called again
const ROUND = 50; // at least; a browser's clock ticks in tenths of milliseconds
const ROUNDS = 25; // short and many: what else the machine does seldom spares a long one
const CALL = 5;

/** After so many steps the loss is compared. */
export const JUDGED_AFTER = 50;

/**
 * @param {(count: number) => void} run does so many units
 * @param {() => void} restart goes back to the start, before each round
 * @returns {number} units a second in the best round
 */
export function bestRate(run, restart) {
  const now = () => performance.now();
  let count = 1;
  for (const begin = now(); now() - begin < WARM_UP; ) {
    const called = now();
    run(count);
    if (now() - called < CALL) count *= 2;
  }
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    restart();
    let [done, took] = [0, 0];
    for (const begin = now(); took < ROUND; took = now() - begin, done += count) run(count);
    best = Math.max(best, (1000 * done) / took);
  }
  return best;
}

/** @param {() => void} work @param {() => void} restart @returns {number} seconds of the best round */
export function bestSeconds(work, restart) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    restart();
    const begin = performance.now();
    work();
    best = Math.min(best, (performance.now() - begin) / 1000);
  }
  return best;
}
