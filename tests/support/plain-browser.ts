/** What every browser can do that is driven from outside: enough to see whether the page works in it. */
export interface PlainBrowser {
  /** Its name and version. */
  readonly name: string;
  open(address: string): Promise<void>;
  /** Runs a function in the page and waits for what it promises. It sees nothing of its surroundings, only its arguments. */
  run<Args extends readonly unknown[], T>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Presses the main button at a place of the window, moves, and lets go. */
  drag(from: Place, to: Place): Promise<void>;
  close(): Promise<void>;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const windowSize = { width: 1280, height: 1000 };

/** Places on the way of a drag, the last one included. */
export const way = (from: Place, to: Place, steps = 8): Place[] =>
  Array.from({ length: steps }, (_, k) => {
    const t = (k + 1) / steps;
    return { x: Math.round(from.x + t * (to.x - from.x)), y: Math.round(from.y + t * (to.y - from.y)) };
  });
