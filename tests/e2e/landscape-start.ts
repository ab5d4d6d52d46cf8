/** The state that the landscape begins with, but for its data. */
export const landscapeStart = {
  w: [2.5, 1.2],
  stepSize: 0.1,
  basins: false,
  way: false,
  view: 'contours',
  angle: { turn: 0, tilt: 0 },
};
