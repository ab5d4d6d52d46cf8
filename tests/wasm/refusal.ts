import { expect } from 'vitest';
import { type Engine, EngineError, type Problem } from '../../web/engine/index.ts';

const X = [
  [-1, 1],
  [0.5, 1],
  [2, 1],
];
/** A problem that every engine in good health solves. */
export const good: Problem = { X, y: [1, -1, 2], lambda: 0.1 };
export const network = { W: [[1, 0.5]], alpha: [2] };

/** The message with which the call is refused; and the engine must work as before after it. */
export function refusal(engine: Engine, call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).kind).toBe('invalid-argument');
    expect(engine.solve(good).status).toBe('optimal');
    return (error as EngineError).message;
  }
  return 'accepted';
}
