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
import type { Observe, Trainer, TrainerSettings, TrainingView, WorkerTrainer } from './training-types.ts';

export type * from './call-types.ts';
export type * from './landscape-types.ts';
export type * from './network-types.ts';
export type * from './training-types.ts';

/** Activation patterns, n entries 0 or 1 each. */
export type PatternList = readonly (Uint8Array | readonly number[])[];

/** Which blocks the convex programme has. */
export interface ProgrammeChoice {
  /**
   * Which activation patterns the programme contains. `'all'` (default): every realisable one. `'sampled'`: those of `count`
   * random directions. A list: these; patterns that no direction realises are allowed.
   */
  patterns?: 'all' | 'sampled' | PatternList;
  /** Signs of the output weights: both for every pattern (default), or one, 1 or -1, for each pattern of the list. */
  signs?: 'both' | Int8Array | readonly number[];
}

export interface SolveOptions extends ProgrammeChoice {
  /**
   * `'auto'` (default): `'exact'` for all patterns, which finds those it needs by itself; else `'interior-point'`, or from a
   * warm start `'augmented-lagrangian'`, each of which goes on with the other when it must.
   */
  solver?: SolverName | 'auto';
  /** Directions drawn when patterns are sampled, 1..1e7, default 500. */
  count?: number;
  /** Seed of that draw, an integer in [0, 2^53). Default 0. */
  seed?: number;
  /** Stop when gap <= tolerance * max(objective, 0.001 * loss of the zero network). In (0, 1), default 1e-9. */
  tolerance?: number;
  /** Rounds of column generation or steps of a method, >= 1, default 1000. */
  maxIterations?: number;
  /** Wall-clock limit, > 0, default Infinity. The best network so far and its true gap are returned. */
  maxSeconds?: number;
  /** A network to start from, e.g. the previous answer while data is dragged. */
  warmStart?: Network;
}

export type SolverName = 'exact' | 'interior-point' | 'augmented-lagrangian';

/** Why the solver stopped: the gap is closed, a limit was met, or rounding allows no further progress (the gap tells where). */
export type SolveStatus = 'optimal' | 'iteration-limit' | 'time-limit' | 'stalled';

/** A proof of quality that any reader can check: objective >= optimum >= lowerBound. */
export interface Certificate {
  /** The network's own loss, re-evaluated from (W, alpha). */
  objective: number;
  /**
   * Proven lower bound on every network's loss, whatever its width; for listed patterns, on every network whose neurons
   * have them. Rounding errors are subtracted. At lambda = 0
   * an unpenalised network could exploit points that only just differ: there the bound holds to rounding, or, for listed
   * patterns, over networks with sum ||w_i|| |alpha_i| up to 100 times what X and y suggest.
   */
  lowerBound: number;
  /** objective - lowerBound, >= 0. */
  gap: number;
  /** Direction (length d) at which the dual constraint is tightest: where a neuron would be added next. */
  worstNeuron: Float64Array;
}

export interface CertifyOptions {
  /** Dual point theta to try as well, n values. */
  dual?: VectorLike;
  patterns?: 'all' | PatternList;
  signs?: ProgrammeChoice['signs'];
}

export interface SolveResult extends Certificate {
  status: SolveStatus;
  /** m x d, row-major. */
  W: Float64Array;
  /** m */
  alpha: Float64Array;
  /** m: number of neurons of the optimal network found; at most n for all patterns. */
  width: number;
  /** d, the column of ones included. */
  dimension: number;
  /** Dual point theta, n values: with (W, alpha) all that is needed to check the gap. */
  dual: Float64Array;
  /** Activation pattern of each neuron, n entries 0 or 1. */
  patterns: Uint8Array[];
  iterations: number;
  /** Newton steps in all. */
  newtonSteps: number;
  seconds: number;
  /** The one that ran. */
  solver: SolverName;
  /** What the lower bound speaks of: every network, or those whose neurons have the programme's patterns and signs. */
  certifiedFor: 'all-patterns' | 'given-patterns';
}

/** A gated ReLU network: f(x_j) = sum_k gates[k][j] (v_k . x_j). The gates are fixed, whatever v_k . x_j is. */
export interface GatedNetwork {
  /** m x d: rows, row-major values with their shape, or row-major values alone (m is then the number of gates). */
  V: MatrixLike | Float64Array;
  gates: PatternList;
}

export interface GatedOptions {
  /** The gates to choose from, as for solve. `'all'` (default): the lower bound then holds for every ReLU network. */
  patterns?: 'all' | 'sampled' | PatternList;
  /** Directions drawn when patterns are sampled, 1..1e7, default 500. */
  count?: number;
  /** Seed of that draw, an integer in [0, 2^53). Default 0. */
  seed?: number;
  /** Stop when gap <= tolerance * max(objective, 0.001 * loss of the zero network). In (0, 1), default 1e-9. */
  tolerance?: number;
  /** Steps, >= 1, default 1000. */
  maxIterations?: number;
  /** Wall-clock limit, > 0, default Infinity. The best network so far and its true gap are returned. */
  maxSeconds?: number;
}

export interface GatedCertifyOptions {
  /** Dual point theta to try as well, n values. */
  dual?: VectorLike;
  /** The gates that the bound holds over, default `'all'`. */
  patterns?: 'all' | PatternList;
}

export interface GatedCertificate {
  /**
   * The gated network's own loss, re-evaluated from (V, gates). Its penalty is 2 lambda sum_k ||v_k||, which is what a ReLU
   * network pays for the neuron v_k.
   */
  objective: number;
  /** No gated network with these gates has a smaller loss, and so no ReLU network whose neurons have these patterns. */
  lowerBound: number;
  /** objective - lowerBound, >= 0. */
  gap: number;
}

export interface GatedResult extends GatedCertificate {
  status: SolveStatus;
  /** m x d, row-major: the gates that are in use. */
  V: Float64Array;
  /** m, n entries 0 or 1 each. */
  gates: Uint8Array[];
  /** Dual point theta up to scaling, n values: with the network all that is needed to check the gap. */
  dual: Float64Array;
  iterations: number;
  seconds: number;
  /** Whose losses the lower bound speaks of: every ReLU network's, or those whose neurons have the given patterns. */
  certifiedFor: 'all-patterns' | 'given-patterns';
  /** A ReLU network with the same outputs on the data. Missing when a gate in use is realised by no direction. */
  relu?: {
    W: Float64Array;
    alpha: Float64Array;
    /** At most 2 m. */
    width: number;
    dimension: number;
    /** Its loss: an upper bound on the optimum over the same patterns. */
    objective: number;
    /** objective <= bound = L_gated + 4 lambda sum_k ||v_k|| / rho_k, rho_k how deep gate k's cone of directions is, in (0, 1]. */
    bound: number;
  };
}

/** Work that is done a slice of time at a time, in this thread. */
export interface Sliced<Result> {
  /** Works for about this many seconds more (at least one round); the result so far. */
  advance(seconds: number): Result;
  /** The same without the result. */
  work(seconds: number): void;
  /** The result so far. A solve re-evaluates and certifies its network for it, which may take as long as a slice. */
  result(): Result;
  /** Nothing is left to do, or a limit of the options is met. */
  readonly finished: boolean;
  dispose(): void;
}

/** A solve in slices: each answers with the best network so far and its true gap. */
export type Solver = Sliced<SolveResult>;

/** Either `lambdas`, or `count` of them from `from` to `to` in equal steps of log lambda. */
export interface RegularizationPathOptions {
  /** 1 to 1000 numbers >= 0, in any order. */
  lambdas?: VectorLike;
  /** > 0, default the largest lambda. */
  from?: number;
  /** > 0, default 1e-4 times the largest lambda. */
  to?: number;
  /** 1..1000, default 60. */
  count?: number;
  /** Of every point, as for solve. Default 1e-9. */
  tolerance?: number;
  /** Wall-clock limit for the whole path, > 0, default Infinity. The points that are done by then are returned. */
  maxSeconds?: number;
}

/** `'pinned'`: the neuron's kink has come to rest on a data point; `'released'`: it has left it. */
export interface NeuronEvent {
  kind: 'born' | 'pinned' | 'released' | 'died';
  id: number;
}

/** The certified optimum over all patterns at one lambda. */
export interface RegularizationPoint {
  lambda: number;
  /** dataLoss + penalty. Falls with lambda and is concave in it. */
  objective: number;
  /** Does not rise as lambda falls. */
  dataLoss: number;
  penalty: number;
  /** Proven lower bound on every network's loss at this lambda, whatever its width. */
  lowerBound: number;
  gap: number;
  status: SolveStatus;
  /** m x d, row-major, in order of ids. */
  W: Float64Array;
  alpha: Float64Array;
  /** m */
  width: number;
  /** d, the column of ones included. */
  dimension: number;
  /** m, ascending: a neuron keeps its id from point to point, and none is given twice. */
  ids: Int32Array;
  /** m: the first data point at which the neuron switches exactly there (x . w = 0), -1 when there is none. */
  atPoint: Int32Array;
  /** What has happened to neurons since the point before. */
  events: NeuronEvent[];
  newtonSteps: number;
}

export interface RegularizationPath {
  /** From this lambda on the zero network is optimal. */
  lambdaMax: number;
  /** Largest lambda first. */
  points: RegularizationPoint[];
  /** `'optimal'`: every point is. `'time-limit'`: points are missing, or the last one is unfinished. */
  status: SolveStatus;
}

export interface PatternSet {
  /** Number of distinct activation patterns, the all-off one included when some direction realises it. */
  count: number;
  /** 2 * sum_{k < rank X} C(n - 1, k): the count in general position. */
  coverCount: bigint;
  patterns: Uint8Array[];
  /** A direction that shows each pattern: count x d, row-major. */
  directions: Float64Array;
  /** d = 2: the angles in [-pi, pi] between which each pattern's directions lie, counterclockwise from the one to the other. */
  arcs?: { from: Float64Array; to: Float64Array };
}

/**
 * The optimality condition in the plane: with z = 2 k (y - f(X)) and w = (cos angle, sin angle), response = z . max(0, X w). A
 * network is optimal exactly when |response| <= level everywhere and response = +-level, with the sign of alpha, at its neurons.
 */
export interface CertificateCurve {
  /** Ascending in [-pi, pi]; with all rays where a point switches and all local maxima of |response|. */
  angle: Float64Array;
  response: Float64Array;
  /** 2 lambda */
  level: number;
  /** The same at each neuron; NaN for one without weight. */
  neuronAngle: Float64Array;
  neuronResponse: Float64Array;
  /** Local maxima of |response|. */
  extremumAngle: Float64Array;
  extremumResponse: Float64Array;
}

/** Base-10 logarithms, one for each n = 1, 2, .. */
export interface PatternGrowth {
  /** Of Cover's count, exact. */
  count: Float64Array;
  /** Of the classical bound 2 r (e (n - 1) / r)^r, r = min(n, d); NaN at n = 1. */
  bound: Float64Array;
  /** Of 2^n. */
  all: Float64Array;
}

export interface SampleOptions {
  bias?: boolean;
  /** Directions drawn, 1..1e7, default 500. */
  count?: number;
  /** An integer in [0, 2^53). Default 0. */
  seed?: number;
}

/** A named data set of the article. */
export interface Dataset {
  name: string;
  /** n x d, row-major, without the column of ones. */
  X: { data: Float64Array; rows: number; cols: number };
  y: Float64Array;
  bias: boolean;
}

export type DatasetName = 'teaser' | 'notebook' | 'two-points' | 'single-neuron' | 'collinear' | 'linear-teacher';

/**
 * How a key frame is reached from the one before: `'balance'` equal norms in both layers, neurons without effect shrink;
 * `'merge'` neurons of one pattern and sign become one; `'reduce'` until the outputs of the neurons are independent;
 * `'pivot'` neurons are exchanged at the same output; `'interpolate'` the output moves straight to the target's.
 */
export type PathStage = 'start' | 'balance' | 'merge' | 'reduce' | 'pivot' | 'interpolate';

export interface KeyFrame {
  /** width x dimension, row-major. A neuron keeps its row until it is 0; the row is then free for another. */
  W: Float64Array;
  /** width */
  alpha: Float64Array;
  loss: number;
  stage: PathStage;
  /** Place on the path, 0..1: the share of its length in the weights. */
  t: number;
}

/** A path along which the loss never rises; see Engine.descentPath. */
export interface DescentPath {
  /** The first is the given network, bit for bit. */
  keyFrames: KeyFrame[];
  /** It ends at the target's loss, to 8 digits. Otherwise the target is no optimum: it ends where the loss would rise. */
  reached: boolean;
  /** m, of every network on the path. */
  width: number;
  /** d, the column of ones included. */
  dimension: number;
  /** The loss at equally spaced t, when asked for. */
  samples?: { t: Float64Array; loss: Float64Array };
}

export interface DescentPathOptions {
  /**
   * A global optimum to go to, e.g. the result of a solve with tolerance 1e-12: from a coarser one the path may end just
   * before the target, where the loss would begin to rise. Default: solved for here.
   */
  target?: Network;
  /** Places at which to report the loss, 2..1e6. Default: none. */
  samples?: number;
}

export interface CriticalPointSettings {
  /** m, 1 or 2. Default 1. */
  width?: 1 | 2;
  /** `'first'` (default): W is trained, alpha fixed. `'both'`: one neuron, W and alpha. */
  layers?: 'first' | 'both';
  /** m fixed output weights, none 0. Default 1. */
  alpha?: VectorLike;
}

/**
 * A set of critical points, the convex hull of its vertices plus all its rays; a `'hyperbola'` is the branch of
 * w alpha = product through its vertex, its rays are the asymptotes. Kind and loss hold in the set's relative interior; a
 * piece of its border of another kind, such as the end of a segment of minima, is listed as a set of its own.
 */
export interface CriticalSet {
  shape: 'point' | 'segment' | 'ray' | 'region' | 'hyperbola';
  /** `'flat'`: the loss is constant around and better elsewhere. */
  kind: 'global-minimum' | 'local-minimum' | 'saddle' | 'local-maximum' | 'flat';
  loss: number;
  /** Points (w_1, .., w_m), or (w, alpha) with `layers: 'both'`. */
  vertices: Float64Array[];
  rays: Float64Array[];
  /** Sign of each w in the relative interior: -1, 0 or 1. */
  signs: Int8Array;
  /** NaN unless a hyperbola. */
  product: number;
  /**
   * Step size below which gradient descent near this minimum is stable, 2 / (largest eigenvalue of the Hessian); on a hyperbola
   * that of its vertex. NaN where not defined: on kinks and for what is no minimum.
   */
  stableStepSize: number;
}

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

/** What went wrong: the caller's argument, a fault of ours, a request dropped for a newer one, or a request cancelled. */
export type EngineErrorKind = 'invalid-argument' | 'internal' | 'superseded' | 'cancelled';

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
