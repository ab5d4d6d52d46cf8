import type { Network, OutputCurve, Problem, WorkerEngine } from '../../engine/types.ts';

export const VIEW = { from: -3, to: 1.6, low: -0.15, high: 1.75 } as const;

/** All that does not depend on the run: the data, the best network, and where small neurons turn. */
export interface Backdrop {
  readonly problem: Problem;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly best: OutputCurve;
  readonly optimum: { readonly neurons: number; readonly objective: number; readonly gap: number };
  /** Where the neuron of the optimum switches: the end of the small start. */
  readonly end: number;
  /** Where the direction in which a small neuron grows fastest switches: it heads there first. */
  readonly heading: number;
  /** How fast it grows there at first, per unit of step size: 2 / n times the strongest response to the labels. */
  readonly fastest: number;
  /** The optimum at GRID. */
  readonly line: Float64Array;
}

/** Inputs one under the other, in the form that is read fastest. */
export function column(rows: number, at: (k: number) => number) {
  return { data: Float64Array.from({ length: rows }, (_, k) => at(k)), rows, cols: 1 };
}

/** Next to no weight decay: of all networks that fit the points it chooses the lightest. */
const LAMBDA = 1e-6;
/** Inputs from the first point to the last one. */
export const GRID = column(151, (k) => (k - 70) / 100);
const NOBODY: Network = { W: { data: new Float64Array(), rows: 0, cols: 2 }, alpha: [] };

export async function backdropOf(engine: WorkerEngine): Promise<Backdrop> {
  const { X, y, bias } = await engine.dataset('collinear');
  const problem: Problem = { X, y, bias, lambda: 0, loss: 'mean' };
  const judged: Problem = { ...problem, lambda: LAMBDA };
  const [optimum, { worstNeuron }] = await Promise.all([
    engine.solve(judged, { tolerance: 1e-12 }),
    engine.certify(judged, NOBODY),
  ]);
  const neuron: Network = { W: [[...worstNeuron]], alpha: [1] };
  const [best, ends, heads, [fastest], line] = await Promise.all([
    engine.outputCurve(optimum, VIEW),
    engine.activationPoints(optimum),
    engine.activationPoints(neuron),
    engine.alignmentPotential(problem, [[...worstNeuron]]),
    engine.predict(optimum, GRID, { bias: true }),
  ]);
  return {
    problem,
    x: [...X.data],
    y: [...y],
    best,
    optimum: { neurons: optimum.alpha.length, objective: optimum.objective, gap: optimum.gap },
    end: ends.position[0],
    heading: heads.position[0],
    fastest,
    line,
  };
}
