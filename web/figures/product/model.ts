import type { Landscape, WorkerEngine } from '../../engine/types.ts';
import { flag, orNone } from '../../figure/field-kinds.ts';
import { number, record, stateTable } from '../../figure/fields.ts';
import { type Descent, descend } from './descent.ts';
import { convexProblem, mirrored, PLANE, type Place, productProblem, type Weights } from './problems.ts';

/** What the reader has set. */
export interface State {
  readonly lambda: number;
  readonly weights: Weights;
  /** Moved on the convex side: the weights are then the balanced ones of this product, on the side where u was. */
  readonly z: number | null;
  /** Whether gradient descent starts from these weights. */
  readonly descending: boolean;
}

/** What the weight decay alone decides. */
interface Ground {
  readonly lambda: number;
  /** The loss over u and v. */
  readonly grid: Landscape;
  /** A function of the product u v alone, to draw where it is the same, and its value at the optimum. */
  readonly products: Landscape;
  readonly bestLevel: number;
  /** The convex loss at PRODUCTS. */
  readonly curve: Float64Array;
  readonly best: Place;
}

export interface Answer extends Ground {
  readonly here: Place;
  /** The value of `products` here. */
  readonly level: number;
  /** The convex loss at z. */
  readonly convexLoss: number;
  readonly path: Descent | null;
  /** The convex loss along it. */
  readonly pathConvex: Float64Array | null;
}

export const REACH = 1.6;
export const LARGEST = 2.5;
/** Products at which the convex loss is drawn. */
export const PRODUCTS = Array.from({ length: 121 }, (_, k) => ((k - 60) / 60) * LARGEST);

const near = (start: number, reach: number) => number({ start, min: -reach, max: reach });
export const table = stateTable<State>({
  lambda: number({ start: 0.5, min: 0, max: 2.5, label: 'Weight decay', symbol: '𝜆' }),
  weights: record<Weights>({ u: near(1.45, REACH), v: near(0.2, REACH) }),
  z: orNone(near(0, LARGEST)),
  // A state from a link or a file begins at rest.
  descending: { ...flag(false), read: () => false },
});
export const { start } = table;

/** With a label that no product comes near: the squared distance from it tells products apart. */
const FAR = productProblem(0, 8);

/** The cheapest weights of each product. */
async function balanced(engine: WorkerEngine, products: readonly number[]): Promise<Weights[]> {
  const { W, alpha, dimension } = await engine.networkOfAngles(
    products.map(() => 0),
    products,
  );
  return Array.from(alpha, (v, k) => ({ u: W[k * dimension], v }));
}

/** The convex loss at each product: of the cheapest network that puts it out. */
async function convexLosses(engine: WorkerEngine, lambda: number, products: readonly number[]): Promise<Float64Array> {
  const weights = await balanced(engine, products);
  const last = products.length - 1;
  const keyFrames = weights.map(({ u, v }, k) => ({
    W: Float64Array.of(u),
    alpha: Float64Array.of(v),
    loss: 0,
    stage: 'start' as const,
    t: k / last,
  }));
  return (await engine.lossAlong(convexProblem(lambda), { keyFrames }, products.length)).loss;
}

async function placeOf(engine: WorkerEngine, lambda: number, weights: Weights): Promise<Place> {
  const { objective, predictions } = await engine.evaluate(productProblem(lambda), mirrored(weights));
  return { ...weights, z: predictions[0], loss: objective };
}

async function bestOf(engine: WorkerEngine, lambda: number): Promise<Place> {
  const { W, alpha, width } = await engine.solve(convexProblem(lambda), { tolerance: 1e-12 });
  return placeOf(engine, lambda, width ? { u: W[0], v: alpha[0] } : { u: 0, v: 0 });
}

async function weightsOf(engine: WorkerEngine, { weights, z }: State): Promise<Weights> {
  if (z === null) return weights;
  const [{ u, v }] = await balanced(engine, [z]);
  return weights.u < 0 ? { u: -u, v: -v } : { u, v };
}

async function groundOf(engine: WorkerEngine, lambda: number): Promise<Ground> {
  const area = { plane: PLANE, u: [-REACH, REACH], v: [-REACH, REACH], rows: 81, cols: 81 };
  const best = await bestOf(engine, lambda);
  const [grid, products, level, curve] = await Promise.all([
    engine.landscape(productProblem(lambda), area),
    engine.landscape(FAR, area),
    engine.evaluate(FAR, mirrored(best)),
    convexLosses(engine, lambda, PRODUCTS),
  ]);
  return { lambda, grid, products, bestLevel: level.objective, curve, best };
}

/** @param last of it, what the weight decay decides is taken when that is the same */
export async function compute(engine: WorkerEngine, state: State, last: Answer | null = null): Promise<Answer> {
  const { lambda } = state;
  const ground = last?.lambda === lambda ? last : await groundOf(engine, lambda);
  const weights = await weightsOf(engine, state);
  const here = await placeOf(engine, lambda, weights);
  const [level, [convexLoss], path] = await Promise.all([
    engine.evaluate(FAR, mirrored(weights)),
    convexLosses(engine, lambda, [here.z, here.z]),
    state.descending ? descend(engine, productProblem(lambda), weights) : null,
  ]);
  const along = path?.map(({ z }) => z);
  const pathConvex = along ? await convexLosses(engine, lambda, along) : null;
  return { ...ground, here, level: level.objective, convexLoss, path, pathConvex };
}

const rounded = (value: number): number => Math.round(value * 200) / 200;
const clamp = (value: number, reach: number): number => Math.min(Math.max(rounded(value), -reach), reach);

export const moveWeights = ({ u, v }: Weights): Partial<State> => ({
  weights: { u: clamp(u, REACH), v: clamp(v, REACH) },
  z: null,
  descending: false,
});

/** From where the weights are now: the product alone does not tell on which side of 0 they are. */
export const moveProduct = (now: Weights, z: number): Partial<State> => ({
  weights: now,
  z: clamp(z, LARGEST),
  descending: false,
});
