import { LocalWorker } from './local-worker.ts';

/** Sees nothing: a figure whose poster is made has its size and its frames from us. */
class Blind {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** What figures ask of a window, for as long as posters are made. */
export function openWindow({ reducedMotion }: { reducedMotion: boolean }) {
  const asked = { motion: false };
  const matchMedia = (query: string) => {
    if (!query.includes('prefers-reduced-motion')) return { matches: false };
    asked.motion = true;
    return { matches: reducedMotion };
  };
  const location = { hash: '' };
  Object.assign(globalThis, {
    ResizeObserver: Blind,
    IntersectionObserver: Blind,
    Worker: LocalWorker,
    matchMedia,
    location,
  });
  return {
    /** Somebody has asked whether the reader wants motion: with another answer the picture may be another. */
    motionMatters: () => asked.motion,
  };
}
