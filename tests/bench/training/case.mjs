// @ts-check
import { readFileSync } from 'node:fs';

/**
 * What `hcx_bench_training cases` writes.
 * @typedef {object} Case
 * @property {string} name
 * @property {'descent' | 'optimizers' | 'figure'} group
 * @property {number} width   m
 * @property {number} points   n
 * @property {number} dimension   d
 * @property {'mean'} loss
 * @property {number} lambda   weight decay
 * @property {string} optimizer
 * @property {number} stepSize
 * @property {number} steps   > 0: the time of so many steps counts, not a rate
 * @property {number[]} X   row by row
 * @property {number[]} y
 * @property {number[]} W   row by row: the weights at the start
 * @property {number[]} alpha
 */

/**
 * @typedef {object} Row
 * @property {string} case
 * @property {string} platform   ours: native, or WebAssembly in Node or Chromium; or a peer
 * @property {number} [loss]   after JUDGED_AFTER steps
 * @property {number} [stepsPerSecond]
 * @property {number} [seconds]   of all steps of the case
 * @property {string} [status]   at the end of the last round
 * @property {string} [note]   why there is no time
 * @property {number} [error]   of the loss, relative to ours, native
 * @property {number} [ofPeak]   operations per second of the plain algorithm, as a part of what the platform can do
 */

/** @typedef {{platform: string, operationsPerSecond: number}} Peak */

/** @param {string} file @returns {Case} */
export const readCase = (file) => JSON.parse(readFileSync(file, 'utf8'));
