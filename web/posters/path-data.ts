type Point = readonly [x: number, y: number];

/** How far a line may stray from what it was, pixels: less than is seen. */
const TOLERANCE = 0.15;
/** Coordinates are whole numbers of this. */
const GRID = 0.1;

/** Path data of straight lines with the points it needs, in steps from one to the next; other path data as it is. */
export function shortened(d: string): string {
  if (!/^(?:M[^MLz]+(?:L[^MLz]+)*z?)*$/.test(d) || /[a-yA-KN-Z]/.test(d)) return d;
  return (d.match(/M[^M]*/g) ?? []).map(shortenedLine).join('');
}

function shortenedLine(line: string): string {
  const closed = line.endsWith('z');
  const points = [...line.matchAll(/(-?[\d.]+)[,\s]+(-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);
  const kept = needed(points).map(([x, y]): Point => [Math.round(x / GRID), Math.round(y / GRID)]);
  const steps = kept.slice(1).map(([x, y], k): Point => [x - kept[k]![0], y - kept[k]![1]]);
  const moves = steps.filter(([x, y]) => x !== 0 || y !== 0);
  return `M${written(kept[0]!)}${moves.length ? `l${moves.map(written).join(' ')}` : ''}${closed ? 'z' : ''}`;
}

const written = ([x, y]: Point): string => `${short(x)},${short(y)}`;
/** Tenths, as few characters as they need: -3 is -.3 */
const short = (tenths: number): string => String(tenths / 10).replace(/^(-?)0\./, '$1.');

/** Douglas and Peucker: the ends, and between them whatever is too far from the line that joins them. */
function needed(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  const [first, last] = [points[0]!, points[points.length - 1]!];
  let [far, at] = [TOLERANCE, 0];
  for (let k = 1; k < points.length - 1; k++) {
    const away = distance(points[k]!, first, last);
    if (away > far) [far, at] = [away, k];
  }
  if (at === 0) return [first, last];
  return [...needed(points.slice(0, at + 1)).slice(0, -1), ...needed(points.slice(at))];
}

/** From a point to a piece of a line. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(Math.max(((x - x1) * dx + (y - y1) * dy) / length, 0), 1) : 0;
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
