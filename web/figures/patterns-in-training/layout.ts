import { scaleLinear, scaleLog } from 'd3-scale';
import { type Answer, POINTS, STEPS, WIDTH } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** Between two groups of rows, pixels. */
export const GAP = 2;

/** The matrix of who sees what, the number of patterns and the losses, one under the other; the lower two share the axis of time. */
export function layoutFor(width: number, { run }: Pick<Answer, 'run'>) {
  const small = width < 560;
  const left = small ? 46 : 62;
  const right = width - (small ? 80 : 122);
  const row = small ? 6.4 : 7;
  const matrix = { left, right, top: 28, bottom: 28 + WIDTH * row + (WIDTH - 1) * GAP };
  const count = { top: matrix.bottom + 50, bottom: matrix.bottom + 50 + (small ? 62 : 72) };
  const loss = { top: count.bottom + 36, bottom: count.bottom + 36 + (small ? 120 : 150) };
  const values = [...run.loss, ...run.lowerBound].filter((value) => value > 0 && Number.isFinite(value));
  return {
    width,
    small,
    left,
    right,
    matrix,
    count,
    strip: loss,
    row,
    column: (right - left) / POINTS,
    height: loss.bottom + 42,
    step: scaleLinear([0, STEPS], [left, right]).clamp(true),
    unique: scaleLinear([0, WIDTH], [count.bottom, count.top]),
    loss: scaleLog([Math.min(...values) / 1.6, 1.5 * Math.max(...values)], [loss.bottom, loss.top]),
  };
}
