/** A range of windows with one set of posters, drawn for a window in its middle (see style/article.css). */
export interface WindowRange {
  /** The widest window, CSS pixels. */
  readonly upTo: number;
  /** The page's rem there, CSS pixels. */
  readonly rem: number;
  /** How wide a figure is in the text column, and one that is as wide as the page. */
  readonly column: number;
  readonly wide: number;
}

const narrow = (upTo: number, column: number, rem: number): WindowRange => ({ upTo, rem, column, wide: column });

export const windows: readonly WindowRange[] = [
  narrow(349.98, 280, 16),
  narrow(449.98, 350, 16),
  narrow(599.98, 480, 16),
  narrow(761.98, 600, 16),
  narrow(1099.98, 620, 16.32),
  { upTo: 1399.98, rem: 17.6, column: 669, wide: 968 },
  { upTo: 1699.98, rem: 18.18, column: 691, wide: 1000 },
  { upTo: Number.POSITIVE_INFINITY, rem: 19.2, column: 730, wide: 1056 },
];

/** What posters are drawn for, each width once. */
export const sizes: readonly { readonly width: number; readonly rem: number }[] = windows.flatMap(
  ({ column, wide, rem }) => [...new Set([column, wide])].map((width) => ({ width, rem })),
);
