import type {
  ActivationPoints,
  Network,
  OptimalPlace,
  OptimalSet,
  OutputRange,
  Problem,
  VectorLike,
  WorkerEngine,
} from '../../engine/types.ts';
import { oneOf, orNone, pairOf } from '../../figure/field-kinds.ts';
import { listOf, number, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';
import { type DataName, inputs, samples } from './inputs.ts';

/** What the reader has set: the data, the weight decay, and the network among the optimal ones that is on show. */
export interface State {
  readonly data: DataName;
  /** Null: as at first. */
  readonly labels: readonly number[] | null;
  readonly lambda: number;
  /** Place on the walk from corner to corner. */
  readonly t: number;
  /** Where the handle was let go on the map; null: on the walk. */
  readonly place: readonly [number, number] | null;
}

/** The set of one problem, and how far its networks differ. */
interface Whole {
  /** Where the points stand on the axis of inputs. */
  readonly x: readonly number[];
  readonly labels: readonly number[];
  readonly set: OptimalSet;
  /** Where outputs are drawn, on the axis of inputs. */
  readonly at: readonly number[];
  readonly range: OutputRange;
}

export interface Answer extends Whole {
  readonly here: OptimalPlace;
  /** Of the network on show, at the same places as the range. */
  readonly output: Float64Array;
  readonly loss: number;
  /** Of the network on show: where each neuron switches (on the line) or points (around the circle). */
  readonly neurons: Neurons;
}

export interface Neurons {
  readonly position: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
  /** +1: active to the right, -1: to the left, 0: to both, as far as a quarter turn. */
  readonly side: ArrayLike<number>;
  readonly up: readonly boolean[];
}

/** As many steps as the longest walk there may be has. */
const FURTHEST = 4000;
const MOST_CORNERS = 1000;
/** How far outside of the map a hand may pull. */
const pull = number({ start: 0, min: -2, max: 2 });

export const table = stateTable<State>(
  {
    data: oneOf<DataName>(['line', 'circle'], { start: 'line' }),
    labels: orNone(listOf(number({ start: 0, min: 0, max: 2 }), { start: [], least: 3, most: 10 })),
    lambda: number({ start: 1e-4, min: 1e-5, max: 1e-1, log: true, label: 'Weight decay', symbol: '𝜆' }),
    t: number({ start: 0, min: 0, max: FURTHEST }),
    place: orNone(pairOf(pull, [0, 0])),
  },
  (state) => (state.labels && state.labels.length !== inputs(state.data).count ? undefined : state),
);

/** The set is computed anew when the problem changes, not when the reader looks at another of its networks. */
export function optimalSetModel(engine: WorkerEngine): (state: State) => Promise<Answer> {
  const wholeOf = remembered(({ data, labels, lambda }: Pick<State, 'data' | 'labels' | 'lambda'>) =>
    whole(engine, data, labels, lambda),
  );
  return async ({ data, labels, lambda, t, place }) => {
    const all = await wholeOf({ data, labels, lambda });
    const here = await (place ? engine.optimumAtPlace(all.set, ...place) : engine.optimumOnWalk(all.set, t));
    const network = { W: { data: here.W, rows: here.width, cols: here.dimension }, alpha: here.alpha };
    const [output, { objective }, neurons] = await Promise.all([
      engine.predict(network, inputs(data).rows(all.at), inputs(data).options),
      engine.evaluate(problemOf(data, all.x, all.labels, lambda), network),
      neuronsOf(engine, data, network),
    ]);
    return { ...all, here, output, loss: objective, neurons };
  };
}

async function neuronsOf(engine: WorkerEngine, data: DataName, network: Network): Promise<Neurons> {
  if (data === 'line') return switching(await engine.activationPoints(network));
  return pointing(await engine.directions(network), network.alpha);
}

const switching = ({ position, weight, side, slope }: ActivationPoints): Neurons => ({
  position,
  weight,
  side,
  up: Array.from(slope, (a) => a >= 0),
});

const pointing = ({ angle, weight }: { angle: Float64Array; weight: Float64Array }, alpha: VectorLike): Neurons => ({
  position: Array.from(angle, (a) => (a * 180) / Math.PI),
  weight,
  side: Array.from(angle, () => 0),
  up: Array.from(alpha, (a) => a >= 0),
});

export const problemOf = (
  data: DataName,
  x: readonly number[],
  labels: readonly number[],
  lambda: number,
): Problem => ({ X: inputs(data).rows(x), y: [...labels], lambda, loss: 'mean', ...inputs(data).options });

async function whole(engine: WorkerEngine, data: DataName, given: State['labels'], lambda: number): Promise<Whole> {
  const begun = await inputs(data).points(engine);
  const labels = given ?? begun.labels;
  const set = await engine.optimalSet(problemOf(data, begun.x, labels, lambda), { maxCorners: MOST_CORNERS });
  const at = samples(data, begun.x, await kinksOf(engine, data, set));
  const range = await engine.outputRange(set, inputs(data).rows(at), inputs(data).options);
  return { x: begun.x, labels, set, at, range };
}

/** Between two of these places every output on the line is straight: seen there, the range is seen everywhere. */
async function kinksOf(engine: WorkerEngine, data: DataName, { directions, signs }: OptimalSet): Promise<number[]> {
  if (data !== 'line' || directions.rows === 0) return [];
  const { position } = await engine.activationPoints({ W: directions, alpha: Float64Array.from(signs) });
  return [...position].filter(Number.isFinite);
}

export const moveLabel = (labels: readonly number[], index: number, to: number, data: DataName): readonly number[] =>
  labels.map((label, j) => (j === index ? Math.min(Math.max(to, 0), inputs(data).highest) : label));

export const lastOf = ({ set }: Pick<Answer, 'set'>): number => set.walk.length - 1;
/** The reader's place on the walk, which may have become shorter. */
export const placeOnWalk = ({ t }: Pick<State, 't'>, answer: Pick<Answer, 'set'>): number =>
  Math.min(t, lastOf(answer));
