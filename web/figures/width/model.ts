import type { Optimizer, Problem, TrainerSettings } from '../../engine/types.ts';
import { oneOf } from '../../figure/field-kinds.ts';
import { number, seed, stateTable } from '../../figure/fields.ts';

/** Numbers of neurons, the cheap ones first. */
export const WIDTHS = [1, 2, 5, 10, 20, 50, 100, 200] as const;
/** Trainings of each width, every one from a start of its own. */
export const DRAWS = 10;
export const COUNT = WIDTHS.length * DRAWS;

export const OPTIMIZERS = ['adam', 'momentum', 'gd'] as const;
export type Rule = (typeof OPTIMIZERS)[number];

/** What the reader has set: how all are trained, from which draws, and which one is looked at. */
export interface State {
  readonly lambda: number;
  readonly optimizer: Rule;
  readonly steps: number;
  /** The number of the draw of ten seeds. */
  readonly draw: number;
  /** The number of the training on show, see `startOf`. */
  readonly chosen: number;
}

/** Twenty neurons, the first seed: more than are needed, and yet not enough. */
const CHOSEN = WIDTHS.indexOf(20);

export const table = stateTable<State>({
  lambda: number({ start: 1e-4, min: 1e-6, max: 1e-2, log: true, label: 'Weight decay', symbol: '𝜆' }),
  optimizer: oneOf(OPTIMIZERS, { start: 'adam' }),
  steps: number({ start: 60_000, min: 100, max: 200_000, log: true, whole: true, label: 'Steps' }),
  draw: seed(0),
  chosen: number({ start: CHOSEN, min: 0, max: COUNT - 1, whole: true, looks: true }),
});

/** Where a training begins: all widths of one seed come before those of the next. */
export const startOf = (run: number, draw: number) => ({
  width: WIDTHS[run % WIDTHS.length],
  seed: DRAWS * draw + Math.floor(run / WIDTHS.length) + 1,
});

/** The misfit, and the price of the weights, on the ten points of the first figure. */
export interface Points {
  readonly X: Problem['X'];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export const problemOf = ({ X, y }: Points, lambda: number): Problem => ({ X, y, bias: true, lambda, loss: 'mean' });

export const VIEW = { from: -0.56, to: 0.56, low: 0, high: 0.85 } as const;

/** Of a wide network the loss is steeper: a rule that divides by no gradients must take shorter steps. */
const STEP_SIZES: Record<Rule, (width: number) => number> = {
  adam: () => 3e-3,
  momentum: (width) => 0.1 / Math.max(10, width),
  gd: (width) => 0.4 / Math.max(10, width),
};

export const settingsOf = ({ optimizer, draw }: State, run: number): TrainerSettings & { optimizer: Optimizer } => {
  const { width, seed } = startOf(run, draw);
  return { width, seed, optimizer, stepSize: STEP_SIZES[optimizer](width), filmBytes: 0 };
};
