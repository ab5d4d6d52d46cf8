import type { Problem, WorkerEngine } from '../../engine/types.ts';
import { flag, lenient, oneOf, pairOf } from '../../figure/field-kinds.ts';
import { number, record, stateTable } from '../../figure/fields.ts';
import { remembered } from '../../figure/remembered.ts';
import { type Angle, HOME, within as levelled } from '../../figure/space/camera.ts';
import { type Basins, basinsOf } from './basins.ts';
import { type Descent, descend } from './descent.ts';
import { escapeFrom, type Way } from './escape.ts';
import { type Surface, surfaceOf } from './surface.ts';
import { networkAt, type Pair } from './weights.ts';

/** What the reader has set: two points and their labels, where the descent starts, its step size, what else is shown and how. */
export interface State extends Question {
  readonly view: 'contours' | 'surface';
  readonly angle: Angle;
}

/** What the answer depends on. */
interface Question {
  readonly x: Pair;
  readonly y: Pair;
  /** The two neurons at the start. */
  readonly w: Pair;
  readonly stepSize: number;
  readonly basins: boolean;
  readonly way: boolean;
}

/** Everything that the picture shows of a state, computed by the engine. */
export interface Answer {
  readonly surface: Surface;
  /** The start, drawn into the plane that is shown. */
  readonly start: Pair;
  readonly descent: Descent;
  /** Output of the network at the end, at each of OUTPUT_AT. */
  readonly output: Float64Array | null;
  readonly basins: Basins | null;
  readonly way: Way | null;
}

/** Where the data may be. A point at 0 would be seen by no neuron. */
export const DATA = { x: 2, least: 0.25, y: 3 } as const;

const near = (most: number) => number({ start: 0, min: -most, max: most });
const turn = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
const angle = record<Angle>(
  { turn: number({ start: HOME.turn, ...turn }), tilt: number({ start: HOME.tilt, ...turn }) },
  levelled,
);
const place = near(DATA.x);

/** At first the engine's data set 'two-points', and a start above the upper valley. */
export const table = stateTable<State>({
  x: pairOf(
    { read: (data) => (Math.abs(place.read(data) ?? 0) >= DATA.least ? (data as number) : undefined) },
    [-1, 1],
  ),
  y: pairOf(near(DATA.y), [1, 2]),
  // As far as the plane can be shown; the start is drawn into the plane that is.
  w: pairOf(near(100), [2.5, 1.2]),
  stepSize: number({ start: 0.1, min: 0.02, max: 1.22, label: 'Step size', symbol: '𝛾' }),
  basins: flag(false, { lenient: true, missing: false }),
  way: flag(false, { lenient: true, missing: false }),
  view: {
    ...lenient(oneOf(['contours', 'surface'] as const, { start: 'contours' })),
    missing: 'contours',
    looks: true,
  },
  angle: { ...lenient(angle), missing: HOME, looks: true },
});
export const { start, parse } = table;

/** The output bends at 0 and nowhere else. */
export const OUTPUT_AT = [-2.2, 0, 2.2];

export const problemOf = ({ x, y }: Pick<State, 'x' | 'y'>): Problem => ({
  X: x.map((value) => [value]),
  y,
  lambda: 0,
  loss: 'sum',
});

const within = (value: number, most: number): number => Math.min(Math.max(value, -most), most);
/** The nearest place of the plane that is shown. */
export const inside = ([a, b]: Pair, most: number): Pair => [within(a, most), within(b, most)];

/** The landscape and the basins stay while only the start is moved, and everything while the reader only looks. */
export class Model {
  private readonly surface;
  private readonly basins;
  private readonly answer;
  private readonly engine: WorkerEngine;

  constructor(engine: WorkerEngine) {
    this.engine = engine;
    this.surface = remembered((data: Pick<State, 'x' | 'y'>) => surfaceOf(engine, problemOf(data)));
    this.basins = remembered(async ({ stepSize, ...data }: Pick<State, 'x' | 'y' | 'stepSize'>) =>
      basinsOf(engine, problemOf(data), await this.surface(data), stepSize),
    );
    this.answer = remembered((question: Question) => this.ask(question));
  }

  compute({ x, y, w, stepSize, basins, way }: State): Promise<Answer> {
    return this.answer({ x, y, w, stepSize, basins, way });
  }

  private async ask({ x, y, w, stepSize, basins, way }: Question): Promise<Answer> {
    const problem = problemOf({ x, y });
    const surface = await this.surface({ x, y });
    const from = inside(w, surface.reach);
    const [descent, map] = await Promise.all([
      descend(this.engine, problem, from, stepSize),
      basins ? this.basins({ x, y, stepSize }) : null,
    ]);
    const rests = descent.end !== 'diverged';
    const [output, found] = await Promise.all([
      rests
        ? this.engine.predict(
            networkAt(descent.last),
            OUTPUT_AT.map((at) => [at]),
          )
        : null,
      rests && way ? escapeFrom(this.engine, problem, descent.last) : null,
    ]);
    return { surface, start: from, descent, output, basins: map, way: found };
  }
}

const fine = (value: number): number => Math.round(value * 100) / 100;

const put = ([a, b]: Pair, index: number, value: number): Pair => (index === 0 ? [value, b] : [a, value]);

export function movePoint({ x, y }: State, index: number, to: { x: number; y: number }): Partial<State> {
  const side = to.x < 0 ? -1 : 1;
  const place = side * Math.max(fine(Math.min(Math.abs(to.x), DATA.x)), DATA.least);
  return { x: put(x, index, place), y: put(y, index, fine(within(to.y, DATA.y))) };
}

export const moveStart = (reach: number, to: Pair): Partial<State> => {
  const [a, b] = inside(to, reach);
  return { w: [fine(a), fine(b)] };
};
