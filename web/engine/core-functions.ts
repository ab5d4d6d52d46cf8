import { call } from './call.ts';
import type { Envelope, NativeCore, NativeSliced, NativeTrainer } from './native.ts';
import { EngineSliced } from './sliced.ts';
import { EngineTrainer } from './trainer.ts';
import type { Engine, SolveResult } from './types.ts';

/** The functions of the engine that the small module has as well; `answeredByCore` says for which arguments. */
export type CoreEngine = Pick<
  Engine,
  | 'solve'
  | 'createSolver'
  | 'certify'
  | 'evaluate'
  | 'predict'
  | 'directions'
  | 'networkOfAngles'
  | 'outputCurve'
  | 'activationPoints'
  | 'dataset'
  | 'createTrainer'
>;

export function coreFunctions(native: NativeCore): CoreEngine {
  const run = <T>(work: () => Envelope): T => call(native, work);
  return {
    solve: (problem, options) => run(() => native.solve(problem, options)),
    createSolver: (problem, options) =>
      new EngineSliced<SolveResult>(
        native,
        run<NativeSliced>(() => native.createSolver(problem, options)),
        'solver',
      ),
    certify: (problem, network, options) => run(() => native.certify(problem, network, options)),
    evaluate: (problem, network) => run(() => native.evaluate(problem, network)),
    predict: (network, X, options) => run(() => native.predict(network, X, options)),
    directions: (network) => run(() => native.directions(network)),
    networkOfAngles: (angle, weight) => run(() => native.networkOfAngles(angle, weight)),
    outputCurve: (network, range) => run(() => native.outputCurve(network, range)),
    activationPoints: (network) => run(() => native.activationPoints(network)),
    dataset: (name, seed) => run(() => native.dataset(name, seed)),
    createTrainer: (problem, settings) =>
      new EngineTrainer(
        native,
        run<NativeTrainer>(() => native.createTrainer(problem, settings)),
      ),
  };
}
