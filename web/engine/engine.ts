import createModule from '../../build/wasm/hidden-convex.mjs';
import { call } from './call.ts';
import { coreFunctions } from './core-functions.ts';
import { landscapes } from './landscape.ts';
import { loadModule } from './module.ts';
import type { Envelope, NativeModule, NativeSliced } from './native.ts';
import { EngineSliced } from './sliced.ts';
import type { Engine, PatternSet } from './types.ts';

const wasm = new URL('../../build/wasm/hidden-convex.wasm', import.meta.url);

/**
 * The engine in this thread: a page, a worker or Node. Loads and compiles the WebAssembly module; then every call is
 * synchronous. For a page that must stay smooth see createWorkerEngine.
 */
export async function createEngine(): Promise<Engine> {
  return bind(await loadModule<NativeModule>(createModule, wasm));
}

function bind(native: NativeModule): Engine {
  const run = <T>(work: () => Envelope): T => call(native, work);
  const sliced = <Result>(what: string, create: () => Envelope) =>
    new EngineSliced<Result>(native, run<NativeSliced>(create), what);
  return {
    ...coreFunctions(native),
    ...landscapes(native),
    solveGated: (problem, options) => run(() => native.solveGated(problem, options)),
    certificateCurve: (problem, network, options) => run(() => native.certificateCurve(problem, network, options)),
    certifyGated: (problem, network, options) => run(() => native.certifyGated(problem, network, options)),
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
    motion: (before, now) => run(() => native.motion(before, now)),
    lazyPredictions: (problem, start, X) => run(() => native.lazyPredictions(problem, start, X)),
    alignmentPotential: (problem, directions, network) =>
      run(() => native.alignmentPotential(problem, directions, network)),
    patternGrowth: (n, d) => run(() => native.patternGrowth(n, d)),
    createRegularizationPath: (problem, options) =>
      sliced('regularization path', () => native.createRegularizationPath(problem, options)),
  };
}
