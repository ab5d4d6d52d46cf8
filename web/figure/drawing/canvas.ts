/** A canvas that no reader hears of: what it shows is told beside it. One that has lost its context gets no other: make a new one. */
export function newCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

/** Device pixels for one of the page. */
export const pixelRatio = (): number => devicePixelRatio || 1;
