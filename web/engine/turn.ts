/** A request that is being answered, as the work for it sees the worker. */
export interface Turn {
  /** Lets messages in, then goes on unless the request was cancelled. */
  pause(): Promise<void>;
}

/** A turn of the event loop without the delay that timers add. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Work longer than this is done in slices, so that cancels and other figures get their turn. */
export const SLICE_SECONDS = 0.03;
