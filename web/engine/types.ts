/**
 * The engine as JavaScript sees it. Every array handed in is read once and copied; every array handed out is a copy.
 * Letters are those of the article: n data points, d features (the column of ones included when `bias` is true), m neurons.
 */

import type { CallOptions } from './call-types.ts';
import type { LandscapeEngine, LandscapeWorkerEngine } from './landscape-types.ts';
import type {
  ActivationPoints,
  Directions,
  Evaluation,
  MatrixLike,
  Motion,
  Network,
  OutputCurve,
  Problem,
  VectorLike,
} from './network-types.ts';
import type {
  CriticalPointSettings,
  CriticalSet,
  DescentPath,
  DescentPathOptions,
  RegularizationPath,
  RegularizationPathOptions,
} from './path-types.ts';
import type { PatternGrowth, PatternSet, SampleOptions } from './pattern-types.ts';
import type {
  Certificate,
  CertificateCurve,
  CertifyOptions,
  GatedCertificate,
  GatedCertifyOptions,
  GatedNetwork,
  GatedOptions,
  GatedResult,
  Sliced,
  SolveOptions,
  SolveResult,
  Solver,
} from './solve-types.ts';
import type { Observe, Trainer, TrainerSettings, TrainingView, WorkerTrainer } from './training-types.ts';

export type * from './call-types.ts';
export type * from './landscape-types.ts';
export type * from './network-types.ts';
export type * from './path-types.ts';
export type * from './pattern-types.ts';
export type * from './solve-types.ts';
export type * from './training-types.ts';

/** A named data set of the article. */
export interface Dataset {
  name: string;
  /** n x d, row-major, without the column of ones. */
  X: { data: Float64Array; rows: number; cols: number };
  y: Float64Array;
  bias: boolean;
}

export type DatasetName = 'teaser' | 'notebook' | 'two-points' | 'single-neuron' | 'collinear' | 'linear-teacher';

export interface Engine extends LandscapeEngine {
  solve(problem: Problem, options?: SolveOptions): SolveResult;
  /**
   * Proves a lower bound for any network, wherever it comes from: over every network, or over those with the patterns (and
   * signs) listed. `dual` (n values, such as a result's) is a dual point to try as well, and may be given alone; every
   * choice gives a valid bound, a good one a tight bound.
   */
  certify(problem: Problem, network: Network, options?: VectorLike | CertifyOptions): Certificate;
  /** How a network of the plane meets the condition for being optimal, around the circle of directions. */
  certificateCurve(problem: Problem, network: Network, options?: { samples?: number }): CertificateCurve;
  /**
   * The gated relaxation of training, certified: quicker than solve over the same patterns, and its optimum is a lower bound on
   * theirs. lambda > 0.
   */
  solveGated(problem: Problem, options?: GatedOptions): GatedResult;
  /** Proves a lower bound for any gated network. */
  certifyGated(problem: Problem, network: GatedNetwork, options?: GatedCertifyOptions): GatedCertificate;
  evaluate(problem: Problem, network: Network): Evaluation;
  enumeratePatterns(X: MatrixLike, options?: { bias?: boolean }): PatternSet;
  /** The distinct patterns of random directions, in the order they were first seen. */
  samplePatterns(X: MatrixLike, options?: SampleOptions): Uint8Array[];
  /** Cover's count of the activation patterns of n points in general position in dimension d. */
  countPatterns(n: number, d: number): bigint;
  /** How the number of activation patterns grows with n = 1, 2, .. up to the given n (at most 2000) in dimension d. */
  patternGrowth(n: number, d: number): PatternGrowth;
  /** Merges neurons of equal pattern and sign: same output on the data, no larger penalty. */
  merge(problem: Problem, network: Network): { W: Float64Array; alpha: Float64Array; width: number; dimension: number };
  /** Merges, then drops neurons until their outputs are independent: at most n remain, same output, no larger penalty. */
  reduce(
    problem: Problem,
    network: Network,
  ): { W: Float64Array; alpha: Float64Array; width: number; dimension: number };
  /**
   * From any network of width > n down to the global optimum on a path along which the loss never rises. Less width is enough
   * when the neurons of both, reduced, fit in; otherwise it is refused. To see a place on the path ask networkOnPath.
   */
  descentPath(problem: Problem, network: Network, options?: DescentPathOptions): DescentPath;
  /** The network at t in 0..1 of a path. */
  networkOnPath(
    path: Pick<DescentPath, 'keyFrames'>,
    t: number,
  ): { W: Float64Array; alpha: Float64Array; width: number; dimension: number };
  /** Every critical point of one or two neurons on 1-D inputs without bias, in closed form, best loss first. */
  criticalPoints(problem: Problem, settings?: CriticalPointSettings): CriticalSet[];
  /** The certified optimum over all patterns as lambda falls from where the zero network is optimal. problem.lambda plays no part. */
  regularizationPath(problem: Problem, options?: RegularizationPathOptions): RegularizationPath;
  /** The weight decay from which on the zero network is optimal. problem.lambda plays no part. */
  largestLambda(problem: Problem): number;
  /** f at the rows of X, which have the columns of W or, with `bias: true`, one less. */
  predict(network: Network, X: MatrixLike, options?: { bias?: boolean }): Float64Array;
  /** Each neuron as a direction and a weight. */
  directions(network: Network): Directions;
  /** The balanced network of the plane (d = 2) with these directions; neurons of negative weight push down. */
  networkOfAngles(angle: VectorLike, weight: VectorLike): ReturnType<Engine['merge']>;
  /** How the neurons of one network moved to become another of the same width. */
  motion(then: Network, now: Network): Motion;
  /**
   * What training would predict at the rows of X if the network were linear in its weights around `start`: the lazy regime, by its
   * tangent kernel. X has the columns of problem.X; at most 2000 data points.
   */
  lazyPredictions(problem: Problem, start: Network, X: MatrixLike): Float64Array;
  /**
   * How fast a small neuron of each direction (a row as of W) grows, 2 k (y - f) . max(0, X u): neurons that are small turn uphill.
   * `network` is what has been learnt so far; by default nothing.
   */
  alignmentPotential(problem: Problem, directions: MatrixLike, network?: Network): Float64Array;
  /** Exact output of a network on 1-D inputs with a bias. */
  outputCurve(network: Network, range: { from: number; to: number }): OutputCurve;
  /** Activation points of any network on 1-D inputs with a bias. */
  activationPoints(network: Network): ActivationPoints;
  dataset(name: DatasetName, seed?: number): Dataset;
  createSolver(problem: Problem, options?: SolveOptions): Solver;
  /** A regularisation path in slices: each answers with the points that are done. */
  createRegularizationPath(problem: Problem, options?: RegularizationPathOptions): Sliced<RegularizationPath>;
  createTrainer(problem: Problem, settings?: TrainerSettings): Trainer;
}

/**
 * What went wrong: the caller's argument, a fault of ours, code that could not be fetched or compiled, a request dropped for a
 * newer one, or a request cancelled.
 */
export type EngineErrorKind = 'invalid-argument' | 'internal' | 'unavailable' | 'superseded' | 'cancelled';

/** The same engine in a worker: the page never waits for it. */
export interface WorkerEngine extends LandscapeWorkerEngine {
  solve(problem: Problem, options?: SolveOptions, call?: CallOptions): Promise<SolveResult>;
  certify(
    problem: Problem,
    network: Network,
    options?: VectorLike | CertifyOptions,
    call?: CallOptions,
  ): Promise<Certificate>;
  certificateCurve(
    problem: Problem,
    network: Network,
    options?: { samples?: number },
    call?: CallOptions,
  ): Promise<CertificateCurve>;
  solveGated(problem: Problem, options?: GatedOptions, call?: CallOptions): Promise<GatedResult>;
  certifyGated(
    problem: Problem,
    network: GatedNetwork,
    options?: GatedCertifyOptions,
    call?: CallOptions,
  ): Promise<GatedCertificate>;
  evaluate(problem: Problem, network: Network, call?: CallOptions): Promise<Evaluation>;
  enumeratePatterns(X: MatrixLike, options?: { bias?: boolean }, call?: CallOptions): Promise<PatternSet>;
  samplePatterns(X: MatrixLike, options?: SampleOptions, call?: CallOptions): Promise<Uint8Array[]>;
  countPatterns(n: number, d: number, call?: CallOptions): Promise<bigint>;
  patternGrowth(n: number, d: number, call?: CallOptions): Promise<PatternGrowth>;
  merge(problem: Problem, network: Network, call?: CallOptions): Promise<ReturnType<Engine['merge']>>;
  reduce(problem: Problem, network: Network, call?: CallOptions): Promise<ReturnType<Engine['reduce']>>;
  descentPath(
    problem: Problem,
    network: Network,
    options?: DescentPathOptions,
    call?: CallOptions,
  ): Promise<DescentPath>;
  networkOnPath(
    path: Pick<DescentPath, 'keyFrames'>,
    t: number,
    call?: CallOptions,
  ): Promise<ReturnType<Engine['networkOnPath']>>;
  criticalPoints(problem: Problem, settings?: CriticalPointSettings, call?: CallOptions): Promise<CriticalSet[]>;
  regularizationPath(
    problem: Problem,
    options?: RegularizationPathOptions,
    call?: CallOptions,
  ): Promise<RegularizationPath>;
  largestLambda(problem: Problem, call?: CallOptions): Promise<number>;
  predict(network: Network, X: MatrixLike, options?: { bias?: boolean }, call?: CallOptions): Promise<Float64Array>;
  directions(network: Network, call?: CallOptions): Promise<Directions>;
  networkOfAngles(angle: VectorLike, weight: VectorLike, call?: CallOptions): Promise<ReturnType<Engine['merge']>>;
  motion(then: Network, now: Network, call?: CallOptions): Promise<Motion>;
  lazyPredictions(problem: Problem, start: Network, X: MatrixLike, call?: CallOptions): Promise<Float64Array>;
  alignmentPotential(
    problem: Problem,
    directions: MatrixLike,
    network?: Network,
    call?: CallOptions,
  ): Promise<Float64Array>;
  outputCurve(network: Network, range: { from: number; to: number }, call?: CallOptions): Promise<OutputCurve>;
  activationPoints(network: Network, call?: CallOptions): Promise<ActivationPoints>;
  dataset(name: DatasetName, seed?: number, call?: CallOptions): Promise<Dataset>;
  createTrainer(
    problem: Problem,
    settings?: TrainerSettings,
    observe?: Observe,
  ): Promise<{ trainer: WorkerTrainer; view: TrainingView }>;
  /** Ends the worker; every pending call is rejected with kind 'cancelled'. */
  dispose(): void;
}
