import type { Network, Problem, WorkerEngine } from '../../engine/types.ts';

/** What is known of the run before it begins. */
export interface Prophecy {
  /** Where neurons of positive and of negative output weight gather; null where no label has that sign. */
  readonly directions: readonly [Float64Array | null, Float64Array | null];
  /** How fast small neurons of these directions grow, per unit of step size. */
  readonly rates: readonly [number, number];
  /** The losses at which the run will halt: nothing learnt, the faster sign learnt where there are two, all learnt. */
  readonly levels: readonly { readonly name: string; readonly loss: number }[];
  /** The sign that is learnt first. */
  readonly first: 'positive' | 'negative';
}

/** The points are the coordinate directions: each one has a weight of its own in every neuron. */
export const problemOf = (labels: readonly number[]): Problem => ({
  X: labels.map((_, j) => labels.map((_, k) => (j === k ? 1 : 0))),
  y: [...labels],
  lambda: 0,
  loss: 'mean',
});

/** Next to none: the best network of labels of one sign is the neuron that fits them. */
const LAMBDA = 1e-9;
const nobody = (cols: number): Network => ({ W: { data: new Float64Array(), rows: 0, cols }, alpha: [] });

/** The labels of one sign alone, for which the engine finds the best network. */
const ofSign = (labels: readonly number[], sign: 1 | -1): number[] =>
  labels.map((label) => (sign * label > 0 ? label : 0));

export async function prophecyOf(engine: WorkerEngine, labels: readonly number[]): Promise<Prophecy> {
  const problem = problemOf(labels);
  const parts = await Promise.all(
    ([1, -1] as const).map((sign) => engine.solve({ ...problem, y: ofSign(labels, sign), lambda: LAMBDA })),
  );
  const [directions, losses, nothing] = await Promise.all([
    Promise.all(parts.map((part) => (part.width > 0 ? engine.directions(part) : null))),
    Promise.all(parts.map((part) => engine.evaluate(problem, part.width > 0 ? part : nobody(labels.length)))),
    engine.evaluate(problem, nobody(labels.length)),
  ]);
  const [positive, negative] = directions.map((found) => found?.direction.subarray(0, labels.length) ?? null);
  const rates = await Promise.all(
    [positive, negative].map(async (direction) =>
      direction ? Math.abs((await engine.alignmentPotential(problem, [[...direction]]))[0]) : 0,
    ),
  );
  const first = rates[0] >= rates[1] ? 'positive' : 'negative';
  const middle = losses[first === 'positive' ? 0 : 1].dataLoss;
  const halfway = positive && negative ? [{ name: `${first} learnt`, loss: middle }] : [];
  return {
    directions: [positive, negative],
    rates: [rates[0], rates[1]],
    levels: [{ name: 'nothing learnt', loss: nothing.dataLoss }, ...halfway, { name: 'all learnt', loss: 0 }],
    first,
  };
}
