/**
 * Every function of the engine, once: its name, its signature and how many arguments it takes. The engine in this thread, the
 * one in the worker, the worker's answers and the type of the WebAssembly module all come from this table. Letters are those
 * of the article: n data points, d features (the column of ones included when `bias` is true), m neurons.
 */

import { banded, fn, sliced, type Table } from './entry.ts';
import type {
  BasinBand,
  BasinMap,
  BasinOptions,
  Landscape,
  LandscapeBand,
  LandscapeOptions,
  LossPlane,
  LossPlaneSpec,
  LossProfile,
  PlaneCoordinates,
  Sharpness,
  Way,
} from './landscape-types.ts';
import type {
  ActivationPoints,
  Dataset,
  DatasetName,
  Directions,
  Evaluation,
  MatrixLike,
  Motion,
  Network,
  OutputCurve,
  Problem,
  VectorLike,
  Weights,
} from './network-types.ts';
import type {
  OptimalMap,
  OptimalPlace,
  OptimalPolytope,
  OptimalSet,
  OptimalSetOptions,
  OutputRange,
} from './optima-types.ts';
import type {
  CriticalPointSettings,
  CriticalSet,
  DescentPath,
  DescentPathOptions,
  RegularizationPath,
  RegularizationPathOptions,
} from './path-types.ts';
import type {
  PatternGrowth,
  PatternSet,
  PatternsInTraining,
  PatternsInTrainingSettings,
  SampleOptions,
} from './pattern-types.ts';
import type {
  Certificate,
  CertificateCurve,
  CertifyOptions,
  GatedCertificate,
  GatedCertifyOptions,
  GatedNetwork,
  GatedOptions,
  GatedResult,
  SolveOptions,
  SolveResult,
} from './solve-types.ts';
import type { RunRecord, StepLimit, StepLimitOptions, TrainerSettings } from './training-types.ts';

export const functions = {
  /** The certified optimum. */
  solve: sliced<(problem: Problem, options?: SolveOptions) => SolveResult, 'createSolver'>(
    2,
    'createSolver',
    'solver',
    ({ objective, lowerBound, gap, iterations }) => ({ objective, lowerBound, gap, iterations }),
  ),
  /**
   * Proves a lower bound for any network, wherever it comes from: over every network, or over those with the patterns (and
   * signs) listed. `dual` (n values, such as a result's) is a dual point to try as well, and may be given alone; every
   * choice gives a valid bound, a good one a tight bound.
   */
  certify: fn<(problem: Problem, network: Network, options?: VectorLike | CertifyOptions) => Certificate>(3),
  /** How a network of the plane meets the condition for being optimal, around the circle of directions. */
  certificateCurve: fn<(problem: Problem, network: Network, options?: { samples?: number }) => CertificateCurve>(3),
  /**
   * The gated relaxation of training, certified: quicker than solve over the same patterns, and its optimum is a lower bound on
   * theirs. lambda > 0.
   */
  solveGated: fn<(problem: Problem, options?: GatedOptions) => GatedResult>(2),
  /** Proves a lower bound for any gated network. */
  certifyGated: fn<(problem: Problem, network: GatedNetwork, options?: GatedCertifyOptions) => GatedCertificate>(3),
  /** The loss of a network, its parts and the outputs on the data. */
  evaluate: fn<(problem: Problem, network: Network) => Evaluation>(2),
  /** Every activation pattern that some direction realises. */
  enumeratePatterns: fn<(X: MatrixLike, options?: { bias?: boolean }) => PatternSet>(2),
  /** The distinct patterns of random directions, in the order they were first seen. */
  samplePatterns: fn<(X: MatrixLike, options?: SampleOptions) => Uint8Array[]>(2),
  /** The distinct activation patterns of the rows of W on the rows of X, which have as many columns: those that a network has. */
  patternsOf: fn<(X: MatrixLike, W: MatrixLike) => Uint8Array[]>(2),
  /** Cover's count of the activation patterns of n points in general position in dimension d. */
  countPatterns: fn<(n: number, d: number) => bigint>(2),
  /** How the number of activation patterns grows with n = 1, 2, .. up to the given n (at most 2000) in dimension d. */
  patternGrowth: fn<(n: number, d: number) => PatternGrowth>(2),
  /** Merges neurons of equal pattern and sign: same output on the data, no larger penalty. */
  merge: fn<(problem: Problem, network: Network) => Weights>(2),
  /** Merges, then drops neurons until their outputs are independent: at most n remain, same output, no larger penalty. */
  reduce: fn<(problem: Problem, network: Network) => Weights>(2),
  /**
   * From any network of width > n down to the global optimum on a path along which the loss never rises. Less width is enough
   * when the neurons of both, reduced, fit in; otherwise it is refused. To see a place on the path ask networkOnPath.
   */
  descentPath: sliced<
    (problem: Problem, network: Network, options?: DescentPathOptions) => DescentPath,
    'createDescentPath'
  >(3, 'createDescentPath', 'descent path'),
  /** The network at t in 0..1 of a path. */
  networkOnPath: fn<(path: Pick<DescentPath, 'keyFrames'>, t: number) => Weights>(2),
  /** Every critical point of one or two neurons on 1-D inputs without bias, in closed form, best loss first. */
  criticalPoints: fn<(problem: Problem, settings?: CriticalPointSettings) => CriticalSet[]>(2),
  /** The certified optimum over all patterns as lambda falls from where the zero network is optimal. problem.lambda plays no part. */
  regularizationPath: sliced<
    (problem: Problem, options?: RegularizationPathOptions) => RegularizationPath,
    'createRegularizationPath'
  >(2, 'createRegularizationPath', 'regularization path', ({ points }) => {
    const last = points.at(-1);
    return last && { objective: last.objective, lowerBound: last.lowerBound, gap: last.gap, iterations: points.length };
  }),
  /** All optimal networks at once: the directions that touch, and the corners of the polytope of their weights. lambda > 0. */
  optimalSet: fn<(problem: Problem, options?: OptimalSetOptions) => OptimalSet>(2),
  /** The optimal network with these weights, one a direction of the set; refused when it is not optimal. */
  optimalNetwork: fn<(set: OptimalPolytope, c: VectorLike) => Weights>(2),
  /** The smallest and the largest output of any optimal network at each row of X. */
  outputRange: fn<(set: OptimalPolytope, X: MatrixLike, options?: { bias?: boolean }) => OutputRange>(3),
  /** At a place of the walk from corner to corner: at t = 2 its third corner, in between a mixture of two, which is optimal too. */
  optimumOnWalk: fn<(set: OptimalMap, t: number) => OptimalPlace>(2),
  /** At a place of the map of corners, or where the ray from the middle to it leaves the map. */
  optimumAtPlace: fn<(set: OptimalMap, u: number, v: number) => OptimalPlace>(3),
  /**
   * A training run beside the convex programmes of the patterns that its neurons have: at every step the loss of the network, and the
   * certified optimum of the networks whose neurons have the patterns of that step.
   */
  patternsInTraining: sliced<
    (problem: Problem, settings?: PatternsInTrainingSettings) => PatternsInTraining,
    'createPatternsInTraining'
  >(2, 'createPatternsInTraining', 'patterns in training'),
  /** The weight decay from which on the zero network is optimal. problem.lambda plays no part. */
  largestLambda: fn<(problem: Problem) => number>(1),
  /** f at the rows of X, which have the columns of W or, with `bias: true`, one less. */
  predict: fn<(network: Network, X: MatrixLike, options?: { bias?: boolean }) => Float64Array>(3),
  /** Each neuron as a direction and a weight. */
  directions: fn<(network: Network) => Directions>(1),
  /** The balanced network of the plane (d = 2) with these directions; neurons of negative weight push down. */
  networkOfAngles: fn<(angle: VectorLike, weight: VectorLike) => Weights>(2),
  /** A whole training run, looked at after the steps of `at`: 1..10,000 whole numbers, each larger than the one before. */
  recordTraining: sliced<(problem: Problem, settings: TrainerSettings, at: VectorLike) => RunRecord, 'createRecording'>(
    3,
    'createRecording',
    'recording',
  ),
  /** The shortest step size found at which a short run is thrown, by trial. settings.stepSize plays no part. */
  stepLimit: fn<(problem: Problem, settings?: TrainerSettings, options?: StepLimitOptions) => StepLimit>(3),
  /** How the neurons of one network moved to become another of the same width. */
  motion: fn<(then: Network, now: Network) => Motion>(2),
  /**
   * What training would predict at the rows of X if the network were linear in its weights around `start`: the lazy regime, by its
   * tangent kernel. X has the columns of problem.X; at most 2000 data points.
   */
  lazyPredictions: fn<(problem: Problem, start: Network, X: MatrixLike) => Float64Array>(3),
  /**
   * How fast a small neuron of each direction (a row as of W) grows, 2 k (y - f) . max(0, X u): neurons that are small turn uphill.
   * `network` is what has been learnt so far; by default nothing.
   */
  alignmentPotential: fn<(problem: Problem, directions: MatrixLike, network?: Network) => Float64Array>(3),
  /** Exact output of a network on 1-D inputs with a bias. */
  outputCurve: fn<(network: Network, range: { from: number; to: number }) => OutputCurve>(2),
  /** Activation points of any network on 1-D inputs with a bias. */
  activationPoints: fn<(network: Network) => ActivationPoints>(1),
  /** A data set of the article; `seed`, an integer in [0, 2^53), is of those that are drawn. */
  dataset: fn<(name: DatasetName, seed?: number) => Dataset>(2),
  /** Lays a plane in the space of networks. */
  lossPlane: fn<(spec: LossPlaneSpec) => LossPlane>(1),
  /** The network at (u, v) of a plane. */
  networkOnPlane: fn<(plane: LossPlane, u: number, v: number) => Weights>(3),
  /** Least-squares coordinates of networks, such as a run's snapshots, and how far each is from the plane. */
  coordinatesOf: fn<(plane: LossPlane, networks: readonly Network[]) => PlaneCoordinates>(2),
  /** The loss over a plane. A point costs O(n), whatever the width. In the worker, onProgress is handed complete rows. */
  landscape: banded<(problem: Problem, options: LandscapeOptions) => Landscape, 'createLandscape', LandscapeBand>(
    2,
    'createLandscape',
    'landscape',
  ),
  /** Gradient descent from every point of a grid. In the worker, onProgress is handed complete rows. */
  basins: banded<(problem: Problem, options: BasinOptions) => BasinMap, 'createBasins', BasinBand>(
    2,
    'createBasins',
    'basin map',
  ),
  /** The largest eigenvalue of the Hessian of the smooth piece, or pieces, at a network. At most 1e5 trained weights. */
  sharpness: fn<(problem: Problem, network: Network, settings?: { layers?: 'first' | 'both' }) => Sharpness>(3),
  /** The loss along a way: 2..1e6 samples, default 101. */
  lossAlong: fn<(problem: Problem, way: Way, samples?: number) => LossProfile>(3),
} satisfies Table;

export type Functions = typeof functions;
