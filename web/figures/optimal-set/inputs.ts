import type { WorkerEngine } from '../../engine/types.ts';

export type DataName = 'line' | 'circle';

/** What is drawn from left to right, and what is asked of the engine for it. */
interface Inputs {
  readonly count: number;
  readonly from: number;
  readonly to: number;
  /** Up to where labels go and drawings go. */
  readonly highest: number;
  readonly low: number;
  readonly high: number;
  readonly options: { readonly bias: boolean };
  /** Inputs of the network at places of the axis. */
  rows(places: readonly number[]): number[][];
  points(engine: WorkerEngine): Promise<{ x: readonly number[]; labels: readonly number[] }>;
}

const line: Inputs = {
  count: 10,
  from: -0.62,
  to: 0.62,
  highest: 0.85,
  low: -0.05,
  high: 0.9,
  options: { bias: true },
  rows: (places) => places.map((x) => [x]),
  async points(engine) {
    const { X, y } = await engine.dataset('teaser');
    return { x: [...X.data], labels: [...y] };
  },
};

/** Points of the plane at distance 1, told by their angle in degrees; no bias. */
const circle: Inputs = {
  count: 3,
  from: -180,
  to: 180,
  highest: 1.2,
  low: -0.1,
  high: 2.5,
  options: { bias: false },
  rows: (places) => places.map((degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]),
  points: async () => ({ x: [-120, 0, 120], labels: [0.8, 1, 0.6] }),
};

export const inputs = (data: DataName): Inputs => (data === 'line' ? line : circle);

/** Equal steps, and between them the places where something begins or ends. */
const STEPS = 180;

export function samples(data: DataName, points: readonly number[], kinks: readonly number[]): number[] {
  const { from, to } = inputs(data);
  const even = Array.from({ length: STEPS + 1 }, (_, k) => from + ((to - from) * k) / STEPS);
  const all = [...even, ...points, ...kinks.filter((kink) => kink > from && kink < to)].sort((a, b) => a - b);
  return all.filter((place, k) => k === 0 || place > all[k - 1]);
}
