import { EngineError } from './errors.ts';
import type { Call, PlainCall, TrainerCalls } from './protocol.ts';
import { SLICE_SECONDS, type Turn } from './turn.ts';
import type { Engine, Observe, Trainer, TrainingView } from './types.ts';

export type TrainerCall = Exclude<Call, PlainCall>;

/** The training runs that live in a worker, by the numbers that the client gave them. */
export class Trainers {
  readonly #trainers = new Map<number, Trainer>();
  /** Calls to one trainer are answered in order, although they are sliced: each waits for the one before. */
  readonly #turns = new Map<number, Promise<void>>();

  /** Does work once everything that was asked of that trainer before is done. */
  inOrder(trainer: number, work: () => Promise<void>): void {
    const turn = (this.#turns.get(trainer) ?? Promise.resolve()).then(work);
    this.#turns.set(trainer, turn);
  }

  async answer(engine: Engine, call: TrainerCall, turn: Turn): Promise<TrainingView | undefined> {
    if (call.method === 'create') {
      const [problem, settings, observe] = call.args;
      const trainer = engine.createTrainer(problem, settings);
      this.#trainers.set(call.trainer, trainer);
      return view(engine, trainer, observe);
    }
    const trainer = this.#trainers.get(call.trainer);
    if (!trainer) throw new EngineError('invalid-argument', 'this trainer was disposed of');
    if (call.method === 'dispose') {
      trainer.dispose();
      this.#trainers.delete(call.trainer);
      this.#turns.delete(call.trainer);
      return undefined;
    }
    const observe = await act[call.method](trainer, turn, call.args as never);
    return view(engine, trainer, observe);
  }
}

type Act = Exclude<keyof TrainerCalls, 'create' | 'dispose'>;

/** What each call does to the trainer; the answer is what the caller wants to see then. */
const act: { [M in Act]: (trainer: Trainer, turn: Turn, args: TrainerCalls[M]) => Promise<Observe | undefined> } = {
  async step(trainer, turn, [k, observe]) {
    await stepInSlices(trainer, turn, k);
    return observe;
  },
  async stepFor(trainer, _, [milliseconds, maxSteps, observe]) {
    trainer.stepFor(milliseconds, maxSteps);
    return observe;
  },
  /** Forwards as step does; backwards is at most one stride of key frames away. */
  async seek(trainer, turn, [to, observe]) {
    if (to > trainer.steps) await stepInSlices(trainer, turn, to - trainer.steps);
    else trainer.seek(to);
    return observe;
  },
  async restore(trainer, _, [snapshot, observe]) {
    trainer.restore(snapshot);
    return observe;
  },
  async setProblem(trainer, _, [problem, observe]) {
    trainer.setProblem(problem);
    return observe;
  },
  async setStepSize(trainer, _, [stepSize, observe]) {
    trainer.setStepSize(stepSize);
    return observe;
  },
};

async function stepInSlices(trainer: Trainer, turn: Turn, k: number): Promise<void> {
  // A count that is no whole number goes to the engine as it is, which refuses it by name.
  if (!Number.isSafeInteger(k) || k <= 0) return void trainer.step(k);
  const end = trainer.steps + k;
  while (trainer.steps < end) {
    const before = trainer.steps;
    trainer.stepFor((SLICE_SECONDS * 1000) / 4, end - before);
    if (trainer.steps === before) return; // it diverged
    if (trainer.steps < end) await turn.pause();
  }
}

function view(engine: Engine, trainer: Trainer, observe: Observe = {}): TrainingView {
  const seen: TrainingView = { status: trainer.status, steps: trainer.steps, loss: trainer.loss };
  if (observe.curve) seen.curve = engine.outputCurve(trainer.weights, observe.curve);
  if (observe.activationPoints) seen.activationPoints = trainer.activationPoints();
  if (observe.snapshot) seen.snapshot = trainer.snapshot();
  if (observe.directions) seen.directions = engine.directions(trainer.weights);
  if (observe.patterns) seen.patterns = trainer.patterns();
  if (observe.uniquePatterns) seen.uniquePatterns = trainer.uniquePatterns();
  if (observe.evaluation) seen.evaluation = trainer.evaluation();
  if (observe.predictions) seen.predictions = trainer.predict(observe.predictions);
  if (observe.events !== undefined) seen.events = trainer.events(observe.events);
  if (observe.message) seen.message = trainer.statusMessage;
  return seen;
}
