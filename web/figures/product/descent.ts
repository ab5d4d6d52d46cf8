import type { Problem, WorkerEngine } from '../../engine/types.ts';
import { mirrored, type Place, type Weights } from './problems.ts';

/** Where gradient descent was, every few steps. */
export type Descent = readonly Place[];

const FRAMES = 120;
const STEPS_A_FRAME = 2;
/** Of a loss that the two mirrored neurons share: each moves by half of it. */
const STEP_SIZE = 0.08;
/** A neuron of weight exactly 0 sees nothing and stays; on the saddle itself a descent would rest. */
const NUDGE = 1e-6;

/** Gradient descent from these weights. The neurons stay mirrored: their gradients are. */
export async function descend(engine: WorkerEngine, problem: Problem, { u, v }: Weights): Promise<Descent> {
  const { W, alpha } = mirrored({ u: u || NUDGE, v });
  const { trainer } = await engine.createTrainer(problem, { W, alpha, stepSize: STEP_SIZE });
  const observe = { snapshot: true, evaluation: true };
  const views = await Promise.all(
    Array.from({ length: FRAMES }, (_, k) => trainer.step(k ? STEPS_A_FRAME : 0, observe)),
  );
  trainer.dispose();
  return views.flatMap(({ loss, snapshot, evaluation }) =>
    snapshot && evaluation ? [{ u: snapshot.W[0], v: snapshot.alpha[0], z: evaluation.predictions[0], loss }] : [],
  );
}
