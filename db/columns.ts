import type { FieldDef } from 'pg';

import type { Datum, Tijdstip } from '#domain/tijd/amsterdam.ts';

/** What one column of an answer, or one field of the jsonb in it, holds. */
export interface Column<T> {
  /** The types of PostgreSQL, by OID, that the driver hands over as T. */
  readonly oids: readonly number[];
  readonly holds: (value: unknown) => value is T;
}

/** The columns of an answer by name. */
export type Shape = Readonly<Record<string, Column<unknown>>>;

/** A row of an answer with this shape. */
export type Row<S extends Shape> = { -readonly [Name in keyof S]: S[Name] extends Column<infer T> ? T : never };

/** OIDs as in pg_type.dat: https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/catalog/pg_type.dat */
const OID = {
  text: [25, 1043, 19, 2950],
  textArray: [1009, 1015, 2951],
  // Not bigint and numeric: those come as text, and have to be cast by who wants a number.
  number: [21, 23, 700, 701],
  numberArray: [1005, 1007],
  boolean: [16],
  bytes: [17],
  json: [114, 3802],
} as const;

/** Text, a uuid or a name. */
export const text: Column<string> = { oids: OID.text, holds: (value) => typeof value === 'string' };
/** What `tijdstip()` makes of an instant: in UTC with milliseconds. */
export const instant: Column<Tijdstip> = written(/^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
/** What `::text` makes of a date. */
export const date: Column<Datum> = written(/^\d{4,}-\d\d-\d\d$/);
export const number: Column<number> = { oids: OID.number, holds: (value) => typeof value === 'number' };
export const boolean: Column<boolean> = { oids: OID.boolean, holds: (value) => typeof value === 'boolean' };
export const bytes: Column<Buffer> = { oids: OID.bytes, holds: (value) => Buffer.isBuffer(value) };

function written(form: RegExp): Column<string> {
  return { oids: OID.text, holds: (value): value is string => typeof value === 'string' && form.test(value) };
}

/** One of these words. */
export function oneOf<const T extends string>(words: readonly T[]): Column<T> {
  return { oids: OID.text, holds: (value): value is T => words.includes(value as T) };
}

/** An array of PostgreSQL. */
export function arrayOf<T extends string | number>(element: Column<T>): Column<T[]> {
  const oids = element.oids === OID.number ? OID.numberArray : OID.textArray;
  return { oids, holds: (value): value is T[] => Array.isArray(value) && value.every(element.holds) };
}

/** jsonb that was written as T, by us: what is inside is not looked at. */
export function json<T>(): Column<T> {
  return { oids: OID.json, holds: (value): value is T => value != null };
}

/** A jsonb object with these fields and no others. */
export function object<S extends Shape>(fields: S): Column<Row<S>> {
  return {
    oids: OID.json,
    holds: (value): value is Row<S> =>
      typeof value === 'object' && value !== null && wrongIn(value as Record<string, unknown>, fields) === null,
  };
}

/** A jsonb array. */
export function list<T>(element: Column<T>): Column<T[]> {
  return { oids: OID.json, holds: (value): value is T[] => Array.isArray(value) && value.every(element.holds) };
}

export function orNull<T>(column: Column<T>): Column<T | null> {
  return { oids: column.oids, holds: (value): value is T | null => value === null || column.holds(value) };
}

/** An answer is not what the source says that it is. */
export class WrongShape extends Error {
  override readonly name = 'WrongShape';
}

/** Throws WrongShape when the columns that PostgreSQL answers have other names or types. That it can do without any row. */
export function checkColumns(columns: readonly Pick<FieldDef, 'name' | 'dataTypeID'>[], shape: Shape): void {
  const wrong = columns.filter(({ name, dataTypeID }) => !shape[name]?.oids.includes(dataTypeID));
  const names = new Set(columns.map(({ name }) => name));
  const missing = Object.keys(shape).filter((name) => !names.has(name));
  if (wrong.length === 0 && missing.length === 0) return;
  const told = [
    ...wrong.map(
      ({ name, dataTypeID }) => `${name} has type ${dataTypeID}${name in shape ? '' : ' and is not asked for'}`,
    ),
    ...missing.map((name) => `${name} is missing`),
  ];
  throw new WrongShape(`Columns are not as they should be: ${told.join(', ')}`);
}

/** Throws WrongShape when a row holds something else, a null above all: whether a column may hold that, PostgreSQL does not tell. */
export function checkRows(rows: readonly Record<string, unknown>[], shape: Shape): void {
  for (const row of rows) {
    const wrong = wrongIn(row, shape);
    // The value itself may be about a family.
    if (wrong !== null)
      throw new WrongShape(`Column ${wrong} holds something else than it should (${typeof row[wrong]})`);
  }
}

/** The name of a field that is missing, too much or wrong; null when there is none. */
function wrongIn(fields: Record<string, unknown>, shape: Shape): string | null {
  return (
    Object.keys(shape).find((name) => !shape[name]?.holds(fields[name])) ??
    Object.keys(fields).find((name) => !(name in shape)) ??
    null
  );
}
