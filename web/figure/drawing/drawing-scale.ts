/** The size of letters that browsers begin with, and the drawings with them, CSS pixels. */
const USUAL = 16;
/** Drawings have their places from this width on, CSS pixels. */
const NARROWEST = 260;

export interface DrawingScale {
  /** The reader's letters, against the usual ones. */
  readonly letters: number;
  /** How much larger drawings are shown than they are drawn. */
  readonly drawing: number;
}

/**
 * A reader's larger letters enlarge drawings as a whole, so that words and marks stay at their distances. Where the figure is
 * too narrow for that, the drawing grows as far as it can, and its words with it.
 */
export function drawingScale(width: number, readersLetters: number): DrawingScale {
  const letters = Math.max(readersLetters / USUAL, 1);
  return { letters, drawing: Math.max(1, Math.min(letters, width / NARROWEST)) };
}

/** The head has the reader's own size, see style/article.css: the page's letters grow with the window too. */
export const readersLetters = (): number => Number.parseFloat(getComputedStyle(document.head).fontSize) || USUAL;
