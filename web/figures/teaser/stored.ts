import { type Point, ranges, type Settings, type State, view } from './model.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const within = (value: unknown, low: number, high: number): boolean => isNumber(value) && value >= low && value <= high;

function isPoint(value: unknown): value is Point {
  const { x, y } = (value ?? {}) as Partial<Point>;
  return within(x, view.x[0], view.x[1]) && within(y, view.y[0], view.y[1]);
}

function isSettings(value: unknown): value is Settings {
  const settings = (value ?? {}) as Record<string, unknown>;
  return Object.entries(ranges).every(
    ([name, { min, max, whole }]) => within(settings[name], min, max) && (!whole || Number.isInteger(settings[name])),
  );
}

/** The state as it was stored, or null when it is not one of ours: nothing a stranger wrote reaches the engine. */
export function parseState(data: unknown): State | null {
  const { points, settings, seed } = (data ?? {}) as Record<string, unknown>;
  if (!Array.isArray(points) || points.length < 1 || points.length > 100 || !points.every(isPoint)) return null;
  if (!isSettings(settings) || !Number.isSafeInteger(seed) || (seed as number) < 0) return null;
  return { points: points.map(({ x, y }) => ({ x, y })), settings: pick(settings), seed: seed as number };
}

const pick = (settings: Settings): Settings =>
  Object.fromEntries(
    Object.keys(ranges).map((name) => [name, settings[name as keyof Settings]]),
  ) as unknown as Settings;
