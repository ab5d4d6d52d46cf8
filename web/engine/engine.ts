import { loadModule } from './module.ts';
import type { NativeModule, NativeSolver, NativeTrainer } from './native.ts';
import { EngineSolver } from './solver.ts';
import { EngineTrainer } from './trainer.ts';
import type { Engine, PatternSet } from './types.ts';
import { unwrap } from './unwrap.ts';

/**
 * The engine in this thread: a page, a worker or Node. Loads and compiles the WebAssembly module; then every call is
 * synchronous. For a page that must stay smooth see createWorkerEngine.
 */
export async function createEngine(): Promise<Engine> {
  return bind(await loadModule());
}

function bind(native: NativeModule): Engine {
  return {
    solve: (problem, options) => unwrap(native.solve(problem, options)),
    certify: (problem, network, dual) => unwrap(native.certify(problem, network, dual)),
    evaluate: (problem, network) => unwrap(native.evaluate(problem, network)),
    merge: (problem, network) => unwrap(native.merge(problem, network)),
    enumeratePatterns: (X, options) => {
      const set = unwrap<Omit<PatternSet, 'coverCount'> & { coverCount: string }>(native.enumeratePatterns(X, options));
      return { ...set, coverCount: BigInt(set.coverCount) };
    },
    countPatterns: (n, d) => BigInt(unwrap<string>(native.countPatterns(n, d))),
    outputCurve: (network, range) => unwrap(native.outputCurve(network, range)),
    activationPoints: (network) => unwrap(native.activationPoints(network)),
    dataset: (name, seed) => unwrap(native.dataset(name, seed)),
    createSolver: (problem, options) => new EngineSolver(unwrap<NativeSolver>(native.createSolver(problem, options))),
    createTrainer: (problem, settings) =>
      new EngineTrainer(native, unwrap<NativeTrainer>(native.createTrainer(problem, settings))),
  };
}
