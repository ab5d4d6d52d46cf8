/** Moves labels apart so that neighbours are at least `gap` from each other and all lie in [from, to]; order is kept. */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const placed = wanted.map((y) => Math.min(Math.max(y, from), to));
  for (let k = 1; k < order.length; k++) placed[order[k]] = Math.max(placed[order[k]], placed[order[k - 1]] + gap);
  const overflow = order.length ? placed[order[order.length - 1]] - to : 0;
  if (overflow > 0) {
    placed[order[order.length - 1]] -= overflow;
    for (let k = order.length - 2; k >= 0; k--)
      placed[order[k]] = Math.min(placed[order[k]], placed[order[k + 1]] - gap);
  }
  return placed;
}
