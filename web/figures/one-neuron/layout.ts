import { scaleLinear } from 'd3-scale';
import { MOST } from './cases.ts';
import type { Answer } from './model.ts';

export type Layout = ReturnType<typeof layoutFor>;

/** Where on the output the neuron is taken hold of: above x = HANDLE or -HANDLE. */
export const HANDLE = 0.6;

/** The least of these that leaves room above the loss of no neuron at all. */
const CEILINGS = [1, 2, 3, 5, 8, 12];

/** Where things are, in CSS pixels: the loss over w, and the output over x beside or under it. */
export function layoutFor(width: number, { cases }: Answer) {
  const stacked = width < 620;
  const half = stacked ? width : (width - 56) / 2;
  const plotHeight = Math.round(Math.min(Math.max(half * 0.72, 210), 300));
  const top = 30;
  const loss = { left: 30, right: half - 8, top, bottom: top + plotHeight };
  const outputTop = stacked ? loss.bottom + 64 : top;
  const output = { left: stacked ? 30 : half + 64, right: width - 8, top: outputTop, bottom: outputTop + plotHeight };
  const nothing = cases[0].walled.loss;
  const ceiling = CEILINGS.find((value) => value >= 1.8 * nothing) ?? CEILINGS[CEILINGS.length - 1];
  return {
    width,
    height: output.bottom + 40,
    loss,
    output,
    ceiling,
    w: scaleLinear([-MOST, MOST], [loss.left, loss.right]),
    lossY: scaleLinear([0, ceiling], [loss.bottom, loss.top]),
    x: scaleLinear([-2, 2], [output.left, output.right]),
    outputY: scaleLinear([-1.2, 2.3], [output.bottom, output.top]),
  };
}
