/** ●○○●: which points are on. */
export const bitsText = (bits: ArrayLike<number>): string =>
  Array.from(bits, (bit) => (bit ? '\u25cf' : '\u25cb')).join('');

export const spokenBits = (bits: ArrayLike<number>): string => {
  const on = Array.from(bits).flatMap((bit, j) => (bit ? [j + 1] : []));
  return on.length ? `sees ${on.length === 1 ? 'point' : 'points'} ${on.join(', ')}` : 'sees no point';
};
