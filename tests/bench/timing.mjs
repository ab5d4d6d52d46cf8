// @ts-check

/**
 * Warms up for 500 ms, until when code in WebAssembly has been compiled a second time, for speed; then at least three more
 * runs and 200 ms of them. One run that takes two seconds is its own warm-up.
 * @template T
 * @param {() => T} work
 * @param {(answer: T) => number} [clock] milliseconds as the work itself measured them, instead of wall clock
 * @returns {{answer: T, milliseconds: number}} the median
 */
export function repeated(work, clock) {
  const timed = () => {
    const begin = performance.now();
    const answer = work();
    return { answer, milliseconds: clock ? clock(answer) : performance.now() - begin };
  };
  const begin = performance.now();
  const first = timed();
  if (first.milliseconds > 2000) return first;
  while (performance.now() - begin < 500) timed();
  /** @type {number[]} */
  const times = [];
  for (let total = 0; times.length < 3 || total < 200; total += times.at(-1) ?? 0) times.push(timed().milliseconds);
  times.sort((a, b) => a - b);
  return { answer: first.answer, milliseconds: times[Math.floor(times.length / 2)] };
}
