// @ts-check
// node scs.mjs INSTANCE.json SECONDS: the npm package scs-solver (SCS in WebAssembly) at its own tolerance, 1e-4.
import createSCS from 'scs-solver';
import { judge, programmeBlocks, readInstance } from './instance.mjs';
import { repeated } from './timing.mjs';

/** A sparse matrix that is filled entry by entry and read column by column. */
class Columns {
  /** @param {number} count */
  constructor(count) {
    this.columns = Array.from({ length: count }, () => /** @type {[number, number][]} */ ([]));
  }
  /** @param {number} row @param {number} column @param {number} value */
  add(row, column, value) {
    if (value !== 0) this.columns[column].push([row, value]);
  }
  compressed() {
    const sorted = this.columns.map((column) => column.sort(([a], [b]) => a - b));
    let end = 0;
    return {
      values: sorted.flat().map(([, value]) => value),
      rows: sorted.flat().map(([row]) => row),
      starts: [0, ...sorted.map((column) => (end += column.length))],
    };
  }
}

/**
 * minimise k ||r||^2 + 2 lambda sum t   subject to r = sum_k s_k D_k X u_k - y, (2 D_k - I) X u_k >= 0, ||u_k|| <= t_k,
 * over (u, t, r).
 * @param {import('./instance.mjs').Instance} instance
 */
function model({ X, y, lambda, loss, ...programme }) {
  const blocks = programmeBlocks({ X, y, lambda, loss, ...programme });
  const [n, d, K] = [y.length, X[0].length, blocks.length];
  const [t, r] = [K * d, K * d + K];
  const A = new Columns(r + n);
  const P = new Columns(r + n);
  for (let j = 0; j < n; j++) {
    A.add(j, r + j, -1);
    P.add(r + j, r + j, loss === 'sum' ? 2 : 2 / n);
  }
  blocks.forEach(({ pattern, sign }, k) => {
    const cone = n + K * n + k * (d + 1);
    A.add(cone, t + k, -1);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < n; j++) {
        A.add(j, k * d + i, pattern[j] * sign * X[j][i]);
        A.add(n + k * n + j, k * d + i, (1 - 2 * pattern[j]) * X[j][i]);
      }
      A.add(cone + 1 + i, k * d + i, -1);
    }
  });
  const [a, p] = [A.compressed(), P.compressed()];
  const rows = n + K * n + K * (d + 1);
  const data = {
    m: rows,
    n: r + n,
    A_x: a.values,
    A_i: a.rows,
    A_p: a.starts,
    P_x: p.values,
    P_i: p.rows,
    P_p: p.starts,
  };
  const b = [...y, ...Array(rows - n).fill(0)];
  const c = Array.from({ length: r + n }, (_, i) => (i >= t && i < r ? 2 * lambda : 0));
  const cones = { z: n, l: K * n, q: Array(K).fill(d + 1), qsize: K };
  return { data: { ...data, b, c }, cones, blocks, d };
}

const [file, seconds] = process.argv.slice(2);
const instance = readInstance(file);
const begin = performance.now();
const { data, cones, blocks, d } = model(instance);
const modelling = performance.now() - begin;
const SCS = await createSCS();
const settings = new SCS.ScsSettings();
SCS.setDefaultSettings(settings);
settings.verbose = 0;
settings.timeLimitSecs = Number(seconds);
const solve = () => SCS.solve(data, cones, settings);
const { answer, milliseconds } = repeated(solve, ({ info }) => info.setupTime + info.solveTime); // SCS's own clock
const found = blocks.map((block, k) => ({ ...block, u: Array.from(answer.x.slice(k * d, (k + 1) * d)) }));
const status = `${answer.status}`;
const { objective, violation } = judge(instance, found);
console.log(
  JSON.stringify({
    instance: instance.name,
    solver: 'scs-solver',
    milliseconds,
    modelling,
    objective,
    violation,
    status,
  }),
);
