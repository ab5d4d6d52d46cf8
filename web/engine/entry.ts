/** What the table of functions says of each, and the types that come of it. */

import type { CallOptions, SolveProgress } from './call-types.ts';
import type { Banded, GridBand } from './landscape-types.ts';
import type { Sliced } from './solve-types.ts';

// biome-ignore lint/suspicious/noExplicitAny: a function of whatever arguments
type AnyFunction = (...args: any[]) => unknown;

declare const signature: unique symbol;

/** How many arguments a function takes, the optional ones included. */
export type Count<F extends AnyFunction> = Required<Parameters<F>>['length'];

/** A function of the engine that is answered in one go. */
export interface PlainEntry<F extends AnyFunction> {
  readonly count: Count<F>;
  /** Carries the type; nothing is there at run time. */
  readonly [signature]?: F;
}

/** A function that may take long: it is made as work in slices by the native function `create`, which is of the engine as well. */
export interface SlicedEntry<F extends AnyFunction, Create extends string, Band = never> extends PlainEntry<F> {
  readonly create: Create;
  /** What the work is called: "this solver was disposed of". */
  readonly what: string;
  /** The work is over a grid, and its complete rows can be had before it ends. */
  readonly banded: boolean;
  /** How good a result on the way is; without it, work that has no bands tells no progress. */
  readonly reached?: (result: ReturnType<F>) => Omit<SolveProgress, 'seconds'> | undefined;
  readonly band?: Band;
}

// biome-ignore lint/suspicious/noExplicitAny: an entry of whatever function
export type AnyEntry = PlainEntry<any> | SlicedEntry<any, string, any>;
/** What `satisfies` asks of a table. */
export type Table = Record<string, AnyEntry>;

/** An entry of one line: the signature is F, and the count must be that of its arguments. */
export const fn = <F extends AnyFunction>(count: Count<F>): PlainEntry<F> => ({ count });

export const sliced = <F extends AnyFunction, Create extends string>(
  count: Count<F>,
  create: Create,
  what: string,
  reached?: SlicedEntry<F, Create>['reached'],
): SlicedEntry<F, Create> => ({ count, create, what, banded: false, ...(reached && { reached }) });

export const banded = <F extends AnyFunction, Create extends string, Band extends GridBand>(
  count: Count<F>,
  create: Create,
  what: string,
): SlicedEntry<F, Create, Band> => ({ count, create, what, banded: true });

/** The function of an entry. */
export type FunctionOf<Entry> = Entry extends PlainEntry<infer F> ? F : never;

/** The functions of a table, in this thread. */
export type FunctionsOf<T extends Table> = { [M in keyof T]: FunctionOf<T[M]> };

type SlicedNames<T extends Table> = { [M in keyof T]: T[M] extends { create: string } ? M : never }[keyof T];
type CreateOf<Entry> = Entry extends { create: infer Create extends string } ? Create : never;
type BandOf<Entry> = Entry extends { band?: infer Band } ? Exclude<Band, undefined> : never;
type WorkOf<Result, Band> = [Band] extends [GridBand]
  ? [Band] extends [never]
    ? Sliced<Result>
    : Banded<Result, Band>
  : never;

/** Of each function in slices the one that makes the work, to be done a slice at a time in this thread. */
export type CreatorsOf<T extends Table> = {
  [M in SlicedNames<T> as CreateOf<T[M]>]: (
    ...args: Parameters<FunctionOf<T[M]>>
  ) => WorkOf<ReturnType<FunctionOf<T[M]>>, BandOf<T[M]>>;
};

type ProgressOf<Entry> = [BandOf<Entry>] extends [never] ? SolveProgress : BandOf<Entry>;

/** The same functions in a worker: each takes CallOptions behind its own arguments and promises its result. */
export type WorkerFunctionsOf<T extends Table> = {
  [M in keyof T]: (
    ...args: [...Parameters<FunctionOf<T[M]>>, call?: CallOptions<ProgressOf<T[M]>>]
  ) => Promise<ReturnType<FunctionOf<T[M]>>>;
};

/** The names under which the WebAssembly module binds a table's functions. */
export type NativeNamesOf<T extends Table> = Exclude<keyof T & string, SlicedNames<T>> | CreateOf<T[SlicedNames<T>]>;
