import type {
  ActivationPoints,
  Network,
  OutputCurve,
  RegularizationPath,
  RegularizationPoint,
  WorkerEngine,
} from '../../engine/types.ts';
import { orNone } from '../../figure/field-kinds.ts';
import { listOf, number, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';

/** What the reader has set: the labels of the ten points, and how far along the path they look. */
export interface State {
  /** Null: as in the first figure. */
  readonly labels: readonly number[] | null;
  /** Number of the weight decay on show, the largest first. */
  readonly at: number;
  /** The furthest that has been on show: what comes after it is left to the reader to guess. */
  readonly seen: number;
}

/** One neuron while it lives: where it switches at each weight decay, by numbers of points of the path. */
export interface Life {
  readonly id: number;
  readonly born: number;
  readonly position: readonly number[];
  readonly weight: readonly number[];
}

export interface Answer {
  readonly x: readonly number[];
  readonly labels: readonly number[];
  readonly path: RegularizationPath;
  readonly lives: readonly Life[];
  readonly output: OutputCurve;
  readonly neurons: ActivationPoints;
}

export const VIEW = { from: -0.56, to: 0.56, low: 0, high: 0.85 } as const;
export const COUNT = 90;
/** The number of the ten points of the first figure. */
const POINTS = 10;

const labelField = number({ start: 0, min: VIEW.low, max: VIEW.high });
const place = { start: 0, min: 0, max: COUNT - 1, whole: true };
export const table = stateTable<State>(
  {
    labels: orNone(listOf(labelField, { start: [], least: POINTS, most: POINTS })),
    at: number({ ...place, label: 'Weight decay', symbol: '𝜆' }),
    // States that were kept before the rest of a path was left to the reader to guess show all of it.
    seen: number({ ...place, looks: true, missing: COUNT - 1 }),
  },
  (state) => ({ ...state, seen: Math.max(state.at, state.seen) }),
);
/** The whole path at once, and one of its networks. */
export const whole: Partial<State> = { at: 64, seen: COUNT - 1 };

type Whole = Pick<Answer, 'x' | 'labels' | 'path' | 'lives'>;

/** The whole path is computed anew when the labels change, not when the reader looks elsewhere on it. */
export function pathModel(engine: WorkerEngine): (state: State) => Promise<Answer> {
  const wholeOf = remembered((labels: State['labels']) => wholePath(engine, labels));
  return async ({ labels, at }) => {
    const all = await wholeOf(labels);
    const network = networkAt(all.path.points[Math.min(at, all.path.points.length - 1)]);
    const [output, neurons] = await Promise.all([engine.outputCurve(network, VIEW), engine.activationPoints(network)]);
    return { ...all, output, neurons };
  };
}

/** With its shape: the first networks of the path have no neuron to tell it by. */
const networkAt = ({ W, alpha, width, dimension }: RegularizationPoint): Network => ({
  W: { data: W, rows: width, cols: dimension },
  alpha,
});

async function wholePath(engine: WorkerEngine, given: State['labels']): Promise<Whole> {
  const { X, y, bias } = await engine.dataset('teaser');
  const labels = given ?? [...y];
  const problem = { X, y: [...labels], bias, lambda: 0, loss: 'mean' } as const;
  const path = await engine.regularizationPath(problem, { count: COUNT });
  const shown = await Promise.all(path.points.map((point) => engine.activationPoints(networkAt(point))));
  return { x: [...X.data], labels, path, lives: livesOf(path, shown) };
}

/** From points with neurons to neurons with points. */
export function livesOf({ points }: Pick<RegularizationPath, 'points'>, shown: readonly ActivationPoints[]): Life[] {
  const lives = new Map<number, { id: number; born: number; position: number[]; weight: number[] }>();
  points.forEach(({ ids }, k) => {
    ids.forEach((id, i) => {
      const life = lives.get(id) ?? { id, born: k, position: [], weight: [] };
      life.position.push(shown[k].position[i]);
      life.weight.push(shown[k].weight[i]);
      lives.set(id, life);
    });
  });
  return [...lives.values()];
}

export const moveLabel = (labels: readonly number[], index: number, to: number): readonly number[] =>
  labels.map((label, j) => (j === index ? labelField.clamp(to) : label));
