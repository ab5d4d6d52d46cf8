/** The WebAssembly module as embind presents it. Functions answer an envelope; nothing here throws on bad input. */

export type Envelope =
  | { ok: true; value: unknown }
  | { ok: false; error: { kind: 'invalid-argument' | 'internal'; message: string } };

export interface NativeTrainer {
  step(k: unknown): Envelope;
  stepFor(milliseconds: unknown, maxSteps: unknown): Envelope;
  seek(steps: unknown): Envelope;
  firstStep(): number;
  diverged(): boolean;
  statusMessage(): string;
  snapshot(): Envelope;
  uniquePatterns(): Envelope;
  evaluation(): Envelope;
  events(from: unknown): Envelope;
  eventCount(): number;
  setProblem(problem: unknown): Envelope;
  setStepSize(stepSize: unknown): Envelope;
  restore(snapshot: unknown): Envelope;
  predict(X: unknown): Envelope;
  patterns(): Envelope;
  status(): string;
  steps(): number;
  loss(): number;
  weights(): { W: Float64Array; alpha: Float64Array; width: number; dimension: number };
  delete(): void;
}

/** Work in slices; what has come of it is asked for by itself, because it may cost as much as a slice. */
export interface NativeSliced {
  advance(seconds: unknown): Envelope;
  result(): Envelope;
  finished(): boolean;
  delete(): void;
}

/** Work over a grid: its complete rows from one on can be had at any time. */
export interface NativeBanded extends NativeSliced {
  band(firstRow: unknown): Envelope;
}

/** The stack pointer of the WebAssembly module. */
export interface NativeStack {
  stackSave(): number;
  stackRestore(pointer: number): void;
}

/** What both modules have. */
export interface NativeCore extends NativeStack {
  createSolver(problem: unknown, options: unknown): Envelope;
  solve(problem: unknown, options: unknown): Envelope;
  certify(problem: unknown, network: unknown, options: unknown): Envelope;
  evaluate(problem: unknown, network: unknown): Envelope;
  predict(network: unknown, X: unknown, options: unknown): Envelope;
  directions(network: unknown): Envelope;
  networkOfAngles(angle: unknown, weight: unknown): Envelope;
  outputCurve(network: unknown, range: unknown): Envelope;
  activationPoints(network: unknown): Envelope;
  dataset(name: unknown, seed: unknown): Envelope;
  createTrainer(problem: unknown, settings: unknown): Envelope;
}

/** The full module. */
export interface NativeModule extends NativeCore {
  solveGated(problem: unknown, options: unknown): Envelope;
  certificateCurve(problem: unknown, network: unknown, options: unknown): Envelope;
  certifyGated(problem: unknown, network: unknown, options: unknown): Envelope;
  merge(problem: unknown, network: unknown): Envelope;
  reduce(problem: unknown, network: unknown): Envelope;
  descentPath(problem: unknown, network: unknown, options: unknown): Envelope;
  networkOnPath(path: unknown, t: unknown): Envelope;
  regularizationPath(problem: unknown, options: unknown): Envelope;
  createRegularizationPath(problem: unknown, options: unknown): Envelope;
  largestLambda(problem: unknown): Envelope;
  criticalPoints(problem: unknown, settings: unknown): Envelope;
  lossPlane(spec: unknown): Envelope;
  networkOnPlane(plane: unknown, u: unknown, v: unknown): Envelope;
  coordinatesOf(plane: unknown, networks: unknown): Envelope;
  createLandscape(problem: unknown, options: unknown): Envelope;
  createBasins(problem: unknown, options: unknown): Envelope;
  sharpness(problem: unknown, network: unknown, settings: unknown): Envelope;
  lossAlong(problem: unknown, way: unknown, samples: unknown): Envelope;
  enumeratePatterns(X: unknown, options: unknown): Envelope;
  samplePatterns(X: unknown, options: unknown): Envelope;
  countPatterns(n: unknown, d: unknown): Envelope;
  patternGrowth(n: unknown, d: unknown): Envelope;
  motion(then: unknown, now: unknown): Envelope;
  lazyPredictions(problem: unknown, start: unknown, X: unknown): Envelope;
  alignmentPotential(problem: unknown, directions: unknown, network: unknown): Envelope;
}

export type CreateModule<Native> = (options: { locateFile?: () => string; wasmBinary?: Uint8Array }) => Promise<Native>;
