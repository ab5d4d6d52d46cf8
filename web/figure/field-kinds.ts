import { type Field, listOf, type Options } from './fields.ts';

/** Any finite number. */
export const anyNumber = (start = 0): Field<number> => ({
  start,
  read: (data) => (Number.isFinite(data) ? (data as number) : undefined),
});

/** @param lenient whatever is not `true` counts as `false` */
export const flag = (
  start: boolean,
  { lenient = false, ...options }: { lenient?: boolean } & Omit<Options<boolean>, 'start'> = {},
): Field<boolean> => ({
  start,
  ...options,
  read: (data) => (typeof data === 'boolean' ? data : lenient ? false : undefined),
});

export const oneOf = <T>(values: readonly T[], options: Options<T>): Field<T> => ({
  ...options,
  read: (data) => values.find((value) => value === data),
});

/** Two values of one kind. */
export const pairOf = <T>(item: Pick<Field<T>, 'read'>, start: readonly [T, T]): Field<readonly [T, T]> =>
  listOf(item, { start, least: 2, most: 2 }) as unknown as Field<readonly [T, T]>;

/** Nothing, or a value. */
export const orNone = <T>(field: Pick<Field<T>, 'read'>, start: T | null = null): Field<T | null> => ({
  start,
  read: (data) => (data === null ? null : field.read(data)),
});

/** A value that is replaced by its start where it cannot be read, instead of refusing the whole state. */
export const lenient = <T>(field: Field<T>): Field<T> => ({
  ...field,
  read: (data) => field.read(data) ?? field.start,
});
