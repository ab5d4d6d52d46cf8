import type { LossPlane, Network, Problem } from '../../engine/types.ts';

export interface Weights {
  readonly u: number;
  readonly v: number;
}

export interface Place extends Weights {
  readonly z: number;
  readonly loss: number;
}

/**
 * Two neurons that mirror each other, on two data points that do: one sees the first, the other the second, and each puts out the
 * product u v. Shared between the two, the loss is (u v - label)^2 + lambda / 2 (u^2 + v^2).
 */
export const mirrored = ({ u, v }: Weights): Network => ({ W: [[u], [-u]], alpha: [v, -v] });
export const productProblem = (lambda: number, label = 1): Problem => ({
  X: [[1], [-1]],
  y: [label, -label],
  lambda: lambda / 4,
  loss: 'mean',
});

/** One neuron, one point: the convex problem of its product is (z - 1)^2 + lambda |z|. */
export const convexProblem = (lambda: number): Problem => ({ X: [[1]], y: [1], lambda: lambda / 2 });

export const PLANE: LossPlane = {
  origin: mirrored({ u: 0, v: 0 }),
  u: { W: [[1], [-1]], alpha: [0, 0] },
  v: { W: [[0], [0]], alpha: [1, -1] },
};
