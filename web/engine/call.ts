import { Elsewhere, EngineError } from './errors.ts';
import type { Envelope, NativeStack } from './native.ts';

/**
 * Calls into WebAssembly and returns the value of the envelope, or throws its error. What JavaScript itself throws on the
 * way, such as a getter of an argument or an array whose memory was given away, passes through C++ without unwinding its
 * stack: that is put right here.
 */
export function call<T>(stack: NativeStack, work: () => Envelope): T {
  const top = stack.stackSave();
  let envelope: Envelope;
  try {
    envelope = work();
  } catch (thrown) {
    stack.stackRestore(top);
    if (thrown instanceof WebAssembly.RuntimeError) throw new EngineError('internal', thrown.message);
    throw new EngineError('invalid-argument', `an argument cannot be read: ${describe(thrown)}`);
  }
  if (envelope.ok) return envelope.value as T;
  if (envelope.error.kind === 'elsewhere') throw new Elsewhere(envelope.error.message);
  throw new EngineError(envelope.error.kind, envelope.error.message);
}

const describe = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
