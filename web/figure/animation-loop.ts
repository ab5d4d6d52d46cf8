type Callback = (now: number) => void;

const callbacks = new Set<Callback>();
let request = 0;

function frame(now: number): void {
  request = callbacks.size ? requestAnimationFrame(frame) : 0;
  for (const callback of [...callbacks]) callback(now);
}

/** Calls back once per animation frame until the returned function is called. All figures share one loop. */
export function onEveryFrame(callback: Callback): () => void {
  callbacks.add(callback);
  if (!request) request = requestAnimationFrame(frame);
  return () => callbacks.delete(callback);
}
