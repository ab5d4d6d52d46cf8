import { scaleLinear, scaleLog } from 'd3-scale';
import { type Answer, VIEW } from './model.ts';

/** The axis of the weight decay, where there is none to show. */
const NO_PATH = [1, 1e-4];

/** The name, and under it the ring of a label at the top. */
const NAME = 34;

export type Layout = ReturnType<typeof layoutFor>;

/** Three drawings under each other: the output on the line, the lives of the neurons and the losses over the weight decay. */
export function layoutFor(width: number, { path }: Pick<Answer, 'path'>) {
  const small = width < 560;
  const left = small ? 44 : 54;
  const right = width - (small ? 12 : 20);
  const plot = { top: NAME, bottom: NAME + (small ? 130 : 170) };
  const lives = { top: plot.bottom + 56, bottom: plot.bottom + (small ? 226 : 256) };
  const losses = { top: lives.bottom + 34, bottom: lives.bottom + (small ? 124 : 144) };
  // From large to small: as the solver goes. With all labels at 0 the path is the one point 0, which no logarithm has.
  const [largest, smallest] =
    path.lambdaMax > 0 ? [path.points[0], path.points.at(-1)].map((point) => point?.lambda ?? 1) : NO_PATH;
  const objectives = path.points.map(({ objective }) => objective);
  return {
    small,
    width,
    height: losses.bottom + 26,
    left,
    right,
    plot,
    lives,
    losses,
    x: scaleLinear([VIEW.from, VIEW.to], [left, right]),
    y: scaleLinear([VIEW.low, VIEW.high], [plot.bottom, plot.top]),
    lambda: scaleLog([largest, smallest], [left, right]).clamp(true),
    position: scaleLinear([VIEW.from, VIEW.to], [lives.bottom, lives.top]).clamp(true),
    loss: scaleLinear([0, Math.max(...objectives) * 1.05 || 1], [losses.bottom, losses.top]),
  };
}
