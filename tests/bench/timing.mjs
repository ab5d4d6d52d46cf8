// @ts-check

/**
 * The first run warms up; then at least three more and 50 ms of them, unless one alone takes two seconds.
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
  const first = timed();
  if (first.milliseconds > 2000) return first;
  /** @type {number[]} */
  const times = [];
  for (let total = 0; times.length < 3 || total < 50; total += times.at(-1) ?? 0) times.push(timed().milliseconds);
  times.sort((a, b) => a - b);
  return { answer: first.answer, milliseconds: times[Math.floor(times.length / 2)] };
}
