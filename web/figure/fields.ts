import type { TemplateResult } from 'lit';
import type { Range } from './controls/slider.ts';
import { grouped, spoken, typeset } from './words/number-format.ts';
import { numberHtml } from './words/number-view.ts';

/** What a reader may set is made of fields. A field knows its first value and what is a value of it; all else is optional. */
export interface Field<T> {
  /** The value at first. */
  readonly start: T;
  /** The value in data from storage, a link or a file, copied; undefined for what is no value of this field. */
  read(data: unknown): T | undefined;
  /** Taken where a state does not have the field: it was kept before there was one. */
  readonly missing?: T;
  /** How the reader looks at the figure: the engine's answer does not depend on it. */
  readonly looks?: boolean;
  /** Lasts as long as the page does: it is not kept, and a state from storage, a link or a file has the start value. */
  readonly passing?: boolean;
  /** The fields of a record. */
  readonly parts?: Fields<T>;
}

export type Fields<State> = { readonly [K in keyof State]-?: Field<State[K]> };

/** How a number is set with a slider, shown and read aloud. */
export interface Numeric extends Range {
  readonly label?: string;
  /** The letter that stands for it in the article. */
  readonly symbol?: string;
  /** Behind the number, where it is shown and where it is read aloud. */
  readonly unit?: string;
}

export interface NumberField extends Field<number> {
  readonly numeric: Numeric;
  /** The nearest value that the field has. */
  clamp(value: number): number;
  shown(value: number): TemplateResult | string;
  spoken(value: number): string;
}

/** What every field may be told. */
export interface Options<T> extends Partial<Pick<Field<T>, 'missing' | 'looks' | 'passing'>> {
  start: T;
}

const isNumber = (data: unknown): data is number => typeof data === 'number' && Number.isFinite(data);

/** A number in [min, max]; with `whole` a whole one. */
export function number({ start, missing, looks, passing, ...numeric }: Options<number> & Numeric): NumberField {
  const { min, max, whole, unit } = numeric;
  const fits = (data: unknown): data is number =>
    isNumber(data) && data >= min && data <= max && (!whole || Number.isInteger(data));
  const behind = unit ? ` ${unit}` : '';
  return {
    start,
    missing,
    looks,
    passing,
    numeric,
    read: (data) => (fits(data) ? data : undefined),
    clamp: (value) => Math.min(Math.max(whole ? Math.round(value) : value, min), max),
    shown: (value) => (whole ? `${grouped(value)}${behind}` : numberHtml(typeset(value, 2))),
    spoken: (value) => `${whole ? String(value) : spoken(value, 2)}${behind}`,
  };
}

/** The number of a random draw. */
export const seed = (start: number, least = 0): Field<number> => ({
  start,
  read: (data) => (Number.isSafeInteger(data) && (data as number) >= least ? (data as number) : undefined),
});

/** From `least` to `most` values of one kind. */
export const listOf = <T>(
  item: Pick<Field<T>, 'read'>,
  { least, most, ...options }: Options<readonly T[]> & { least: number; most: number },
): Field<readonly T[]> => ({
  ...options,
  read(data) {
    if (!Array.isArray(data) || data.length < least || data.length > most) return undefined;
    const values = data.map((value) => item.read(value));
    return values.every((value) => value !== undefined) ? (values as T[]) : undefined;
  },
});

/** Several fields under one name. @param settle puts right what no field can tell alone, or refuses it with undefined */
export function record<T extends object>(
  parts: Fields<T>,
  settle: (value: T) => T | undefined = (value) => value,
): Field<T> {
  const entries = Object.entries(parts) as [keyof T, Field<T[keyof T]>][];
  return {
    parts,
    start: Object.fromEntries(entries.map(([name, { start }]) => [name, start])) as T,
    read(data) {
      if (typeof data !== 'object' || data === null) return undefined;
      const value: Partial<T> = {};
      for (const [name, field] of entries) {
        const given = (data as Record<keyof T, unknown>)[name];
        const read = field.passing
          ? field.start
          : given === undefined && 'missing' in field && field.missing !== undefined
            ? field.missing
            : field.read(given);
        if (read === undefined) return undefined;
        value[name] = read;
      }
      return settle(value as T);
    },
  };
}

/** Whether the engine's answer is the same for both: they differ in nothing but how the reader looks at it. */
export function sameQuestion<T>(field: Field<T>, a: T, b: T): boolean {
  if (a === b || field.looks) return true;
  if (!field.parts) return false;
  return (Object.keys(field.parts) as (keyof T)[]).every((name) =>
    sameQuestion((field.parts as Fields<T>)[name] as Field<unknown>, a[name], b[name]),
  );
}

/** All that a reader can set of a figure: one table, from which come the first state, parsing, sliders and what is asked anew. */
export interface StateTable<State extends object> {
  readonly fields: Fields<State>;
  readonly start: State;
  /** The state in data from outside, or null for what is none: nothing that a stranger wrote gets any further. */
  readonly parse: (data: unknown) => State | null;
  readonly sameQuestion: (a: State, b: State) => boolean;
  /** What is kept of a state: all but the fields that last no longer than the page. */
  readonly kept: (state: State) => object;
}

export function stateTable<State extends object>(
  fields: Fields<State>,
  settle?: (state: State) => State | undefined,
): StateTable<State> {
  const whole = record(fields, settle);
  return {
    fields,
    start: whole.start,
    parse: (data) => whole.read(data) ?? null,
    sameQuestion: (a, b) => sameQuestion(whole, a, b),
    kept: (state) => Object.fromEntries(Object.entries(state).filter(([name]) => !fields[name as keyof State].passing)),
  };
}
