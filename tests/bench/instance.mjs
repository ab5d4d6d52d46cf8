// @ts-check
import { readFileSync } from 'node:fs';

/**
 * What `hcx_bench instances` writes.
 * @typedef {object} Instance
 * @property {string} name
 * @property {'sum' | 'mean'} loss
 * @property {number} lambda   weight decay
 * @property {number[][]} X
 * @property {number[]} y
 * @property {string[]} patterns   strings of 0 and 1
 * @property {'both' | number[]} signs
 * @property {boolean} everyPattern
 */

/** A block of the programme at an answer. @typedef {{pattern: ArrayLike<number>, sign: number, u: number[]}} Block */

/** @param {string} file @returns {Instance} */
export const readInstance = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @param {Instance} instance @returns {{pattern: Uint8Array, sign: number}[]} the programme's blocks */
export function programmeBlocks({ patterns, signs }) {
  const bits = patterns.map((pattern) => Uint8Array.from(pattern, Number));
  if (signs !== 'both') return bits.map((pattern, k) => ({ pattern, sign: signs[k] }));
  return bits.flatMap((pattern) => [1, -1].map((sign) => ({ pattern, sign })));
}

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
const dot = (a, b) => Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);

/** @param {number[]} v */
const norm = (v) => Math.sqrt(dot(v, v));

/**
 * The programme's value, and how far the worst block is outside its cone: -(2D - I) x_j . u / (||x_j|| max ||u||).
 * @param {Instance} instance
 * @param {Block[]} blocks
 */
export function judge({ X, y, lambda, loss }, blocks) {
  const largest = Math.max(...blocks.map(({ u }) => norm(u)), 0);
  const lengths = X.map(norm);
  const residual = y.map((value) => -value);
  let violation = 0;
  for (const { pattern, sign, u } of blocks) {
    for (let j = 0; j < y.length; j++) {
      const response = dot(X[j], u);
      if (pattern[j]) residual[j] += sign * response;
      const outside = pattern[j] ? -response : response;
      if (outside > 0) violation = Math.max(violation, outside / (lengths[j] * largest));
    }
  }
  const misfit = dot(residual, residual) / (loss === 'mean' ? y.length : 1);
  return { objective: misfit + 2 * lambda * blocks.reduce((sum, { u }) => sum + norm(u), 0), violation };
}
