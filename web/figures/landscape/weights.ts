import type { Network } from '../../engine/types.ts';

/** Two numbers: one a neuron, or one a data point. */
export type Pair = readonly [number, number];

/** Both output weights are 1. */
export const networkAt = (w: Pair): Network => ({ W: w.map((value) => [value]), alpha: [1, 1] });
