import type {
  OutputCurve,
  PatternSet,
  Problem,
  TrainerSettings,
  TrainingEvent,
  TrainingView,
  WorkerEngine,
} from '../../engine/types.ts';
import { oneOf } from '../../figure/field-kinds.ts';
import { number, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';

export const RULES = ['adam', 'gd'] as const;
export type Rule = (typeof RULES)[number];

/** What the reader has set: how the neuron is trained, and the step on show. */
export interface State {
  readonly rule: Rule;
  readonly step: number;
  /** The furthest step that has been on show: what comes after it is left to the reader to guess. */
  readonly seen: number;
}

/** A whole run, every STRIDE steps. */
export interface Run {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Losses, weights (w1, w2) and outputs, one for each frame. */
  readonly loss: readonly number[];
  readonly w: readonly (readonly [number, number])[];
  readonly alpha: readonly number[];
  readonly curves: readonly OutputCurve[];
  readonly kink: readonly number[];
  readonly side: readonly number[];
  readonly events: readonly TrainingEvent[];
  /** The lines that the data draw through weight space, as arcs between them. */
  readonly patterns: PatternSet;
}

export interface Answer {
  readonly run: Run;
}

export const VIEW = { from: -0.8, to: 1.3, low: -0.1, high: 1.25 } as const;
export const STRIDE = 4;
export const STEPS = 1400;

const stepSettings = { start: 0, min: 0, max: STEPS, whole: true, looks: true, label: 'Step' };
export const stepField = number(stepSettings);
export const table = stateTable<State>(
  {
    rule: oneOf(RULES, { start: 'adam' }),
    step: stepField,
    // States that were kept before the rest of a run was left to the reader to guess show all of it.
    seen: number({ ...stepSettings, missing: STEPS }),
  },
  (state) => ({ ...state, seen: Math.max(state.step, state.seen) }),
);

/** The original's animation: Adam with these numbers gives the loss of every one of its frames. Plain descent, beside it, with longer steps. */
const SETTINGS: Record<Rule, TrainerSettings> = {
  adam: { optimizer: 'adam', stepSize: 1e-3 },
  gd: { optimizer: 'gd', stepSize: 5e-3 },
};
const NEURON = { W: [[0.3, -0.15]], alpha: [1] };
const observe = { curve: VIEW, activationPoints: true, snapshot: true } as const;

export function trainingModel(engine: WorkerEngine): (state: State) => Promise<Answer> {
  const runOf = remembered((rule: Rule) => train(engine, rule));
  return async ({ rule }) => ({ run: await runOf(rule) });
}

async function train(engine: WorkerEngine, rule: Rule): Promise<Run> {
  const { X, y, bias } = await engine.dataset('single-neuron');
  const problem: Problem = { X, y, bias, lambda: 0, loss: 'mean' };
  const settings = { ...SETTINGS[rule], ...NEURON, events: true };
  const [patterns, { trainer, view }] = await Promise.all([
    engine.enumeratePatterns(X, { bias: true }),
    engine.createTrainer(problem, settings, observe),
  ]);
  const views: TrainingView[] = [view];
  while (views.length <= STEPS / STRIDE) views.push(await trainer.step(STRIDE, observe));
  const { events = [] } = await trainer.step(0, { events: 0 });
  trainer.dispose();
  return { ...framesOf(views), x: [...X.data], y: [...y], events, patterns };
}

function framesOf(views: readonly TrainingView[]) {
  const seen = views.map(({ loss, curve, activationPoints, snapshot }) => {
    if (!curve || !activationPoints || !snapshot) throw new Error('the run was to be observed');
    const [w1, w2] = snapshot.W;
    const [kink, side] = [activationPoints.position[0], activationPoints.side[0]];
    return { loss, curve, w: [w1, w2] as const, alpha: snapshot.alpha[0], kink, side };
  });
  return {
    loss: seen.map(({ loss }) => loss),
    curves: seen.map(({ curve }) => curve),
    w: seen.map(({ w }) => w),
    alpha: seen.map(({ alpha }) => alpha),
    kink: seen.map(({ kink }) => kink),
    side: seen.map(({ side }) => side),
  };
}

export const frameAt = (step: number): number => Math.round(step / STRIDE);
