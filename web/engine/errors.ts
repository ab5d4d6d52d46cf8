import type { EngineErrorKind } from './types.ts';

/** Every failure of the engine. `kind` says whose it is; the message names the argument and the sizes. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;

  constructor(kind: EngineErrorKind, message: string) {
    super(message);
    this.name = 'EngineError';
    this.kind = kind;
  }
}

/** The small module's answer to what only the full one can do. The worker asks that one; no caller ever sees this. */
export class Elsewhere extends Error {}

/** Of what is thrown where code is fetched and compiled. */
export function unavailable(thrown: unknown): never {
  throw new EngineError('unavailable', `the engine could not be loaded: ${asEngineError(thrown).message}`);
}

/** Whatever was thrown, as an EngineError: what is not one already is a fault of ours. */
export function asEngineError(thrown: unknown): EngineError {
  if (thrown instanceof EngineError) return thrown;
  return new EngineError('internal', thrown instanceof Error ? thrown.message : String(thrown));
}
