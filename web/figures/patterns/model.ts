import type { WorkerEngine } from '../../engine/types.ts';
import { lenient, oneOf } from '../../figure/field-kinds.ts';
import { stateTable } from '../../figure/fields.ts';
import * as line from './line-model.ts';
import * as plane from './plane-model.ts';

/** What the reader has set: where the points are, and what was set in either place. */
export interface State {
  readonly view: 'line' | 'plane';
  readonly line: line.LineState;
  readonly plane: plane.PlaneState;
}

/** Of the place that is shown. */
export type Answer = ({ readonly view: 'line' } & line.LineAnswer) | ({ readonly view: 'plane' } & plane.PlaneAnswer);

/** A place whose memory cannot be read starts anew; the other is kept. */
export const table = stateTable<State>({
  view: oneOf(['line', 'plane'] as const, { start: 'line' }),
  line: { ...lenient(line.field), missing: line.field.start },
  plane: { ...lenient(plane.field), missing: plane.field.start },
});
export const { start, parse } = table;

export async function compute(engine: WorkerEngine, state: State): Promise<Answer> {
  return state.view === 'line'
    ? { view: 'line', ...(await line.compute(engine, state.line)) }
    : { view: 'plane', ...(await plane.compute(engine, state.plane)) };
}
