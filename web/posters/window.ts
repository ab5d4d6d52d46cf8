import { LocalWorker } from './local-worker.ts';

/** Sees nothing: a figure whose poster is made has its size and its frames from us. */
class Blind {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** What figures ask of a window, for as long as posters are made. */
export function openWindow({ reducedMotion }: { reducedMotion: boolean }): void {
  Object.assign(globalThis, {
    ResizeObserver: Blind,
    IntersectionObserver: Blind,
    Worker: LocalWorker,
    matchMedia: (query: string) => ({ matches: reducedMotion && query.includes('prefers-reduced-motion') }),
  });
}
