import type { WorkerEngine } from '../../engine/types.ts';
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

export const start: State = { view: 'line', line: line.start, plane: plane.start };

/** Turning the sphere asks nothing of the engine. */
export const sameQuestion = (a: State, b: State): boolean =>
  a.view === b.view &&
  (a.view === 'line' ? a.line === b.line : a.plane.points === b.plane.points && a.plane.w === b.plane.w);

export async function compute(engine: WorkerEngine, state: State): Promise<Answer> {
  return state.view === 'line'
    ? { view: 'line', ...(await line.compute(engine, state.line)) }
    : { view: 'plane', ...(await plane.compute(engine, state.plane)) };
}

/** A place whose memory cannot be read starts anew; the other is kept. */
export function parse(data: unknown): State | null {
  const stored = (data ?? {}) as Partial<Record<keyof State, unknown>>;
  if (stored.view !== 'line' && stored.view !== 'plane') return null;
  return {
    view: stored.view,
    line: line.parse(stored.line) ?? line.start,
    plane: plane.parse(stored.plane) ?? plane.start,
  };
}
