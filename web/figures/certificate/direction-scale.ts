/** How much wider the axis is where a neuron switches at zero than it would be if all angles had the same width. */
const STRETCH = 0.85;

/** The axis begins where a neuron is active nowhere, so that neither of the two crowded places is cut in two. */
const FIRST = -Math.PI / 2;

/** Of the angles that are the same direction, the one on the axis. */
export const onAxis = (angle: number): number => angle - 2 * Math.PI * Math.floor((angle - FIRST) / (2 * Math.PI));

/** Where an angle would be if the axis were 2 pi long: wide around 0 and pi, narrow around a quarter turn from them. */
const spread = (angle: number): number => angle + (STRETCH / 2) * Math.sin(2 * angle);

/** The inverse, by halving: the slope of `spread` lies between 1 - STRETCH and 1 + STRETCH. */
function gathered(place: number): number {
  let [low, high] = [place - STRETCH / 2, place + STRETCH / 2];
  for (let k = 0; k < 40; k++) {
    const middle = (low + high) / 2;
    if (spread(middle) < place) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Once around the circle of directions, from a quarter turn before 0 to three quarters after it. Neurons on the line switch
 * among the data only near 0 and pi, where all the peaks of the response are: there the axis is stretched.
 */
export function directionScale(from: number, to: number) {
  const perTurn = (to - from) / (2 * Math.PI);
  const scale = (angle: number): number => from + perTurn * (spread(angle) - spread(FIRST));
  return Object.assign(scale, {
    invert: (pixel: number): number => gathered((pixel - from) / perTurn + spread(FIRST)),
  });
}

/** Values over angles in (-pi, pi], in the order of the axis and with both of its ends. */
export function alongAxis(angles: ArrayLike<number>, values: ArrayLike<number>): { angle: number[]; value: number[] } {
  const order = Array.from(angles, (angle, k) => ({ angle: onAxis(angle), value: values[k] }));
  order.sort((a, b) => a.angle - b.angle);
  const end = { angle: FIRST + 2 * Math.PI, value: order[0]?.value ?? 0 };
  const whole = [{ ...end, angle: FIRST }, ...order, end];
  return { angle: whole.map(({ angle }) => angle), value: whole.map(({ value }) => value) };
}
