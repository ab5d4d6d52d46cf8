import type { Problem, TrainingSnapshot, TrainingView, WorkerEngine } from '../../../web/engine/types.ts';

const empty = {
  position: new Float64Array(),
  side: new Int8Array(),
  slope: new Float64Array(),
  weight: new Float64Array(),
};
const line = { x: Float64Array.of(-1, 1), y: Float64Array.of(0, 0) };

/**
 * An engine without mathematics: the loss falls with the steps, rises at step sizes above 0.5, diverges from 1 on, and
 * calls are noted.
 */
export function stubEngine() {
  const calls: string[] = [];
  let fault: Error | null = null;
  const note = (call: string): void => {
    calls.push(call);
    if (fault) throw fault;
  };

  const createTrainer: WorkerEngine['createTrainer'] = async (problem, settings = {}) => {
    note(`create ${settings.width} seed ${settings.seed}`);
    let steps = 0;
    let stepSize = settings.stepSize ?? 0;
    let at: Problem = problem;
    const view = (): TrainingView => ({
      status: stepSize >= 1 ? 'diverged' : 'running',
      steps,
      loss: at.lambda + (stepSize > 0.5 ? 1 + steps / 100 : 1 / (1 + steps)),
      curve: line,
      activationPoints: empty,
      snapshot: { steps, W: Float64Array.of(steps, 0), alpha: Float64Array.of(1) },
    });
    const go = async (k: number): Promise<TrainingView> => {
      note(`step ${k}`);
      steps += k;
      return view();
    };
    const trainer = {
      step: go,
      stepFor: (_: number, k: number) => go(k),
      seek: (to: number) => go(to - steps),
      restore: async (snapshot: TrainingSnapshot) => {
        note(`restore ${snapshot.steps}`);
        steps = snapshot.steps;
        return view();
      },
      setProblem: async (next: Problem) => {
        note('problem');
        at = next;
        return view();
      },
      setStepSize: async (size: number) => {
        note(`step size ${size}`);
        stepSize = size;
        return view();
      },
      dispose: () => calls.push('dispose'),
    };
    return { trainer, view: view() };
  };

  const engine = {
    solve: async (problem: Problem) => {
      note('solve');
      return { objective: problem.lambda, W: Float64Array.of(0, 1), alpha: Float64Array.of(1), width: 1 };
    },
    outputCurve: async () => line,
    activationPoints: async () => empty,
    evaluate: async () => ({ objective: 0.9 }),
    createTrainer,
  } as unknown as WorkerEngine;

  return {
    engine,
    calls,
    /** From now on every call fails so; null: no longer. */
    fail(error: Error | null): void {
      fault = error;
    },
  };
}
