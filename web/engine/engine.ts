import { call } from './call.ts';
import { landscapes } from './landscape.ts';
import { loadModule } from './module.ts';
import type { Envelope, NativeModule, NativeSliced, NativeTrainer } from './native.ts';
import { EngineSliced } from './sliced.ts';
import { EngineTrainer } from './trainer.ts';
import type { Engine, PatternSet } from './types.ts';

/**
 * The engine in this thread: a page, a worker or Node. Loads and compiles the WebAssembly module; then every call is
 * synchronous. For a page that must stay smooth see createWorkerEngine.
 */
export async function createEngine(): Promise<Engine> {
  return bind(await loadModule());
}

function bind(native: NativeModule): Engine {
  const run = <T>(work: () => Envelope): T => call(native, work);
  const sliced = <Result>(what: string, create: () => Envelope) =>
    new EngineSliced<Result>(native, run<NativeSliced>(create), what);
  return {
    ...landscapes(native),
    solve: (problem, options) => run(() => native.solve(problem, options)),
    solveGated: (problem, options) => run(() => native.solveGated(problem, options)),
    certify: (problem, network, options) => run(() => native.certify(problem, network, options)),
    certificateCurve: (problem, network, options) => run(() => native.certificateCurve(problem, network, options)),
    certifyGated: (problem, network, options) => run(() => native.certifyGated(problem, network, options)),
    evaluate: (problem, network) => run(() => native.evaluate(problem, network)),
    merge: (problem, network) => run(() => native.merge(problem, network)),
    reduce: (problem, network) => run(() => native.reduce(problem, network)),
    descentPath: (problem, network, options) => run(() => native.descentPath(problem, network, options)),
    networkOnPath: (path, t) => run(() => native.networkOnPath(path, t)),
    regularizationPath: (problem, options) => run(() => native.regularizationPath(problem, options)),
    largestLambda: (problem) => run(() => native.largestLambda(problem)),
    criticalPoints: (problem, settings) => run(() => native.criticalPoints(problem, settings)),
    enumeratePatterns: (X, options) => {
      const set = run<Omit<PatternSet, 'coverCount'> & { coverCount: string }>(() =>
        native.enumeratePatterns(X, options),
      );
      return { ...set, coverCount: BigInt(set.coverCount) };
    },
    samplePatterns: (X, options) => run(() => native.samplePatterns(X, options)),
    countPatterns: (n, d) => BigInt(run<string>(() => native.countPatterns(n, d))),
    predict: (network, X, options) => run(() => native.predict(network, X, options)),
    directions: (network) => run(() => native.directions(network)),
    networkOfAngles: (angle, weight) => run(() => native.networkOfAngles(angle, weight)),
    motion: (before, now) => run(() => native.motion(before, now)),
    lazyPredictions: (problem, start, X) => run(() => native.lazyPredictions(problem, start, X)),
    alignmentPotential: (problem, directions, network) =>
      run(() => native.alignmentPotential(problem, directions, network)),
    patternGrowth: (n, d) => run(() => native.patternGrowth(n, d)),
    outputCurve: (network, range) => run(() => native.outputCurve(network, range)),
    activationPoints: (network) => run(() => native.activationPoints(network)),
    dataset: (name, seed) => run(() => native.dataset(name, seed)),
    createSolver: (problem, options) => sliced('solver', () => native.createSolver(problem, options)),
    createRegularizationPath: (problem, options) =>
      sliced('regularization path', () => native.createRegularizationPath(problem, options)),
    createTrainer: (problem, settings) =>
      new EngineTrainer(
        native,
        run<NativeTrainer>(() => native.createTrainer(problem, settings)),
      ),
  };
}
