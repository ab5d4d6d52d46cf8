import { EngineError } from './errors.ts';
import type { Envelope } from './native.ts';

/** The value of an envelope, or its error thrown. */
export function unwrap<T>(envelope: Envelope): T {
  if (envelope.ok) return envelope.value as T;
  throw new EngineError(envelope.error.kind, envelope.error.message);
}
