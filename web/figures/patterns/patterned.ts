import type { PatternSet } from '../../engine/types.ts';

/** What both views show of their points: every pattern, and the one of the neuron that is looked at. */
export interface Patterned {
  readonly set: PatternSet;
  /** How many patterns as many points have in general position: Cover's count. */
  readonly general: bigint;
  /** Of the neuron. */
  readonly pattern: Uint8Array;
  /** Which of the set that is; -1 on the boundary of two. */
  readonly cell: number;
}

export const cellOf = ({ patterns }: PatternSet, pattern: Uint8Array): number =>
  patterns.findIndex((bits) => bits.every((bit, j) => bit === pattern[j]));

/** The data-index of the neuron's direction: it stands behind the points, whose number changes. */
export const DIRECTION = -1;
