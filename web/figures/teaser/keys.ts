import type { Point } from './model.ts';

/** What a key does to the selected point. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly by: Point }
  | { readonly kind: 'select'; readonly offset: number }
  | { readonly kind: 'home' }
  | { readonly kind: 'undo' };

const SMALL = 0.01;
const LARGE = 0.05;
const DIRECTIONS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};
const COMMANDS: Record<string, KeyCommand> = {
  PageDown: { kind: 'select', offset: 1 },
  ']': { kind: 'select', offset: 1 },
  PageUp: { kind: 'select', offset: -1 },
  '[': { kind: 'select', offset: -1 },
  Home: { kind: 'home' },
  Escape: { kind: 'undo' },
};

/** Arrows move (shift: further), page keys or brackets choose the next point, Home puts it where it came from, Escape where it was. */
export function keyCommand({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): KeyCommand | null {
  const direction = DIRECTIONS[key];
  if (!direction) return COMMANDS[key] ?? null;
  const length = shiftKey ? LARGE : SMALL;
  return { kind: 'move', by: { x: direction.x * length, y: direction.y * length } };
}
