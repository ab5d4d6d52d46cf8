import { scaleLinear, scaleLog } from 'd3-scale';
import { type Answer, VIEW } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** Three drawings under each other: the output on the line, the lives of the neurons and the losses over the weight decay. */
export function layoutFor(width: number, { path }: Pick<Answer, 'path'>) {
  const small = width < 560;
  const left = small ? 44 : 54;
  const right = width - (small ? 12 : 20);
  const plot = { top: 26, bottom: small ? 156 : 196 };
  const lives = { top: plot.bottom + 56, bottom: plot.bottom + (small ? 226 : 256) };
  const losses = { top: lives.bottom + 34, bottom: lives.bottom + (small ? 124 : 144) };
  const lambdas = path.points.map(({ lambda }) => lambda);
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
    /** From large to small: as the solver goes. */
    lambda: scaleLog([lambdas[0], lambdas[lambdas.length - 1]], [left, right]),
    position: scaleLinear([VIEW.from, VIEW.to], [lives.bottom, lives.top]).clamp(true),
    loss: scaleLinear([0, Math.max(...objectives) * 1.05], [losses.bottom, losses.top]),
  };
}
