import { scaleLog } from 'd3-scale';

/** A start, the step size that suits it and the steps after which nothing new happens. */
interface Preset {
  readonly scale: number;
  readonly stepSize: number;
  readonly steps: number;
}

/** The two animations of the original article. */
export const SMALL: Preset = { scale: 6e-10, stepSize: 0.1, steps: 265 };
export const LARGE: Preset = { scale: 0.3, stepSize: 2e-3, steps: 524 };

/** How far a scale is from the small start to the large one, in equal ratios: 0 to 1. */
const wayTo = scaleLog([SMALL.scale, LARGE.scale], [0, 1]).clamp(true);
const sizeAlong = scaleLog([SMALL.stepSize, LARGE.stepSize], [0, 1]);

/** Between the two the step size follows the scale, in equal ratios. */
export const stepSizeOf = (scale: number): number => Number(sizeAlong.invert(wayTo(scale)).toPrecision(2));

/** With shorter steps alignment takes longer, and in between there is still much of it: such runs are longer than those at the ends. */
const stepsAlong = scaleLog([SMALL.scale, 1e-3, LARGE.scale], [SMALL.steps, 1500, LARGE.steps]).clamp(true);

export const stepsOf = (scale: number): number => Math.round(stepsAlong(scale));
