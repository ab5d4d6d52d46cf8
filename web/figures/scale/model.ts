import type { WorkerEngine } from '../../engine/types.ts';
import { orNone } from '../../figure/field-kinds.ts';
import { number, seed, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';
import { type Backdrop, backdropOf } from './backdrop.ts';
import { type Run, runOf } from './run.ts';
import { stepSizeOf } from './schedule.ts';

/** What the reader has set: how large the start is, which draw, how long the steps are, and which part of the run has passed. */
export interface State {
  /** Standard deviation of all weights at the start. */
  readonly scale: number;
  readonly draw: number;
  /** null: it follows the scale. */
  readonly stepSize: number | null;
  /** From 0, the start, to 1, the end of the run. */
  readonly t: number;
}

/** A whole run, and what it is compared with. */
export interface Answer extends Backdrop {
  readonly run: Run;
}

export const scaleField = number({ start: 6e-10, min: 1e-10, max: 0.5, log: true, label: 'Scale of the start' });
export const stepSizeField = number({ start: 0.1, min: 1e-4, max: 0.3, log: true, label: 'Step size', symbol: '𝛾' });

export const table = stateTable<State>({
  scale: scaleField,
  // Of the first draws the one whose large start is most like the original's: in its loss, and in how many neurons change.
  draw: seed(5),
  stepSize: orNone(stepSizeField),
  t: number({ start: 0.42, min: 0, max: 1, looks: true, label: 'Part of the run' }),
});

/** The step size that a state is trained with. */
export const stepSizeAt = ({ scale, stepSize }: Pick<State, 'scale' | 'stepSize'>): number =>
  stepSize ?? stepSizeOf(scale);

/** The moment of the run is a matter of looking: a run is asked for when its start or its steps have changed. */
export function scaleModel(engine: WorkerEngine): (state: State) => Promise<Answer> {
  const backdrop = remembered(() => backdropOf(engine));
  const run = remembered(
    async ({ scale, draw, stepSize }: { scale: number; draw: number; stepSize: number }): Promise<Run> =>
      runOf(engine, await backdrop(null), { scale, seed: draw, stepSize }),
  );
  return async (state) => {
    const { scale, draw } = state;
    return { ...(await backdrop(null)), run: await run({ scale, draw, stepSize: stepSizeAt(state) }) };
  };
}
