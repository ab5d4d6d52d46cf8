import type {
  Certificate,
  CertificateCurve,
  Dataset,
  Network,
  OutputCurve,
  Problem,
  WorkerEngine,
} from '../../engine/types.ts';
import { anyNumber, orNone } from '../../figure/field-kinds.ts';
import { listOf, number, record, stateTable } from '../../figure/fields.ts';

/** Neurons as directions, radians, and weights: negative ones push down. */
export interface Neurons {
  readonly angle: readonly number[];
  readonly weight: readonly number[];
}

/** What the reader has set. Without neurons of their own the network is the optimum. */
export interface State {
  readonly lambda: number;
  readonly neurons: Neurons | null;
}

export interface Answer {
  readonly data: Dataset;
  readonly neurons: Neurons;
  readonly curve: CertificateCurve;
  readonly certificate: Certificate;
  readonly output: OutputCurve;
  /** Which of the curve's extrema is the largest: where a neuron is missing most. */
  readonly highest: number;
}

export const VIEW = { from: -0.56, to: 0.56, low: 0, high: 0.85 } as const;
export const MOST_NEURONS = 20;

const numbers = listOf(anyNumber(), { start: [], least: 0, most: MOST_NEURONS });
const neurons = record<Neurons>({ angle: numbers, weight: numbers }, (set) =>
  set.angle.length === set.weight.length ? set : undefined,
);
export const table = stateTable<State>({
  lambda: number({ start: 3e-4, min: 1e-5, max: 0.1, log: true, label: 'Weight decay', symbol: '𝜆' }),
  neurons: { ...orNone(neurons), missing: null },
});

export const problemOf = ({ X, y, bias }: Dataset, lambda: number): Problem => ({ X, y, bias, lambda, loss: 'mean' });

async function networkOf(engine: WorkerEngine, problem: Problem, neurons: Neurons | null): Promise<Network> {
  if (neurons) return engine.networkOfAngles(neurons.angle, neurons.weight);
  const { W, alpha } = await engine.solve(problem, { tolerance: 1e-11 });
  return { W, alpha };
}

async function neuronsOf(engine: WorkerEngine, network: Network): Promise<Neurons> {
  const { angle, weight } = await engine.directions(network);
  const alpha = Array.from(network.alpha);
  return { angle: [...angle], weight: Array.from(weight, (size, i) => Math.sign(alpha[i]) * size) };
}

export async function compute(engine: WorkerEngine, { lambda, neurons }: State): Promise<Answer> {
  const data = await engine.dataset('teaser');
  const problem = problemOf(data, lambda);
  const network = await networkOf(engine, problem, neurons);
  const [shown, curve, certificate, output] = await Promise.all([
    neurons ?? neuronsOf(engine, network),
    engine.certificateCurve(problem, network, { samples: 240 }),
    engine.certify(problem, network),
    engine.outputCurve(network, VIEW),
  ]);
  const highest = curve.extremumResponse.reduce(
    (best, value, k, all) => (Math.abs(value) > Math.abs(all[best]) ? k : best),
    0,
  );
  return { data, neurons: shown, curve, certificate, output, highest };
}

/** Within (-pi, pi]. */
const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));

export const turn = ({ angle, weight }: Neurons, index: number, to: number): Neurons => ({
  angle: angle.map((value, i) => (i === index ? wrapped(to) : value)),
  weight,
});

export const without = ({ angle, weight }: Neurons, index: number): Neurons => ({
  angle: angle.filter((_, i) => i !== index),
  weight: weight.filter((_, i) => i !== index),
});

/** Which points a neuron sees. */
async function patternOf(engine: WorkerEngine, { X, bias }: Dataset, angle: number): Promise<Uint8Array> {
  const outputs = await engine.predict(await engine.networkOfAngles([angle], [1]), X, { bias });
  return Uint8Array.from(outputs, (value) => Number(value > 0));
}

/**
 * One round of the solver: the direction in which a neuron is missing most joins the others, and all weights are fitted,
 * each neuron with the points that it sees.
 */
export async function withWorst(engine: WorkerEngine, lambda: number, answer: Answer): Promise<Neurons> {
  const { data, neurons, curve, highest } = answer;
  const angles = [...neurons.angle, curve.extremumAngle[highest] ?? 0];
  const seen = await Promise.all(angles.map((angle) => patternOf(engine, data, angle)));
  const patterns = [...new Map(seen.map((bits) => [bits.join(''), bits])).values()];
  const problem = problemOf(data, lambda);
  const { W, alpha } = await engine.solve(problem, { patterns, tolerance: 1e-11 });
  return neuronsOf(engine, await engine.reduce(problem, { W, alpha }));
}
