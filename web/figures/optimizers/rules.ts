import type { TrainerSettings } from '../../engine/types.ts';

/** The optimisers that are raced. */
export const RULES = ['gd', 'momentum', 'nesterov', 'adam', 'adagrad', 'rmsprop', 'sgd', 'scales'] as const;
export type Rule = (typeof RULES)[number];

export const NAMES: Record<Rule, string> = {
  gd: 'Gradient descent',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  adam: 'Adam',
  adagrad: 'Adagrad',
  rmsprop: 'RMSProp',
  sgd: 'Mini-batches',
  scales: 'Two time scales',
};

/** Where there is little room. */
export const SHORT_NAMES: Record<Rule, string> = { ...NAMES, gd: 'Descent', sgd: 'Batches', scales: 'Two scales' };

/** Of each about a quarter of what it bears at the start of the first draw, or what is usual for it. */
export const STEP_SIZES: Record<Rule, number> = {
  gd: 0.02,
  momentum: 0.01,
  nesterov: 0.01,
  adam: 3e-3,
  adagrad: 0.1,
  rmsprop: 1e-3,
  sgd: 0.01,
  scales: 0.05,
};

/** Data points a step of mini-batches. */
const BATCH = 2;
/** How much slower the first layer is on two time scales. */
export const SLOWER = 10;

/** The same seed for all: they begin with the same weights. */
export function settingsOf(
  rule: Rule,
  { width, draw, size }: { width: number; draw: number; size: number },
): TrainerSettings {
  const start = { width, seed: draw, stepSize: size };
  if (rule === 'sgd') return { ...start, optimizer: 'sgd', batchSize: BATCH };
  if (rule === 'scales') return { ...start, optimizer: 'gd', firstLayerRate: 1 / SLOWER };
  return { ...start, optimizer: rule };
}
