import type { Kysely } from '@mikro-orm/postgresql';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';

import { checkColumns, checkRows, type Row, type Shape } from './columns.ts';
import { columnsOf, keepPlan } from './preparing-client.ts';

/** SQL in which every `${value}` becomes a bound parameter and every `${sql`…`}` a part of the text. */
export { sql };

/** Where a query runs: the pool (`orm.em.getKysely()`) or one transaction. */
export type Db = Pick<Kysely<unknown>, 'executeQuery' | 'getExecutor'>;

/** A piece of SQL with its values apart; pieces nest. */
export type Sql = RawBuilder<unknown>;

/** `parts` one after the other with `between` between them. */
export function join(parts: readonly Sql[], between: string): Sql {
  return sql.join(parts, sql.raw(between));
}

/** `value` as one jsonb parameter: the way to hand over many rows at once (`jsonb_to_recordset`). */
export function jsonb(value: unknown): Sql {
  return sql`${JSON.stringify(value)}::jsonb`;
}

/**
 * The rows of a query whose text is fixed in the source, so that the server keeps its plan. `shape` says what its columns are, and
 * every answer is held against it: throws WrongShape when their names or types are others. Without `shape` nobody knows what is in them.
 */
export function rows(db: Db, query: Sql): Promise<Record<string, unknown>[]>;
export function rows<S extends Shape>(db: Db, query: Sql, shape: S): Promise<Row<S>[]>;
export async function rows(db: Db, query: Sql, shape?: Shape): Promise<Record<string, unknown>[]> {
  const compiled = query.compile(db);
  keepPlan(compiled.sql);
  return run(db, compiled, shape);
}

/** The rows of a query that is put together from what was asked. Of such texts there is no end, so their plans are not kept. */
export async function rowsOfComposed<S extends Shape>(db: Db, query: Sql, shape: S): Promise<Row<S>[]> {
  return (await run(db, query.compile(db), shape)) as Row<S>[];
}

let looksAtRows = false;

/** From now on every row is held against the shape too, in this process. For tests: it costs as much as the row is big. */
export function lookAtRows(): void {
  looksAtRows = true;
}

async function run(
  db: Db,
  compiled: CompiledQuery<unknown>,
  shape: Shape | undefined,
): Promise<Record<string, unknown>[]> {
  const { rows: answer } = await db.executeQuery(compiled);
  const found = answer as Record<string, unknown>[];
  if (shape === undefined) return found;
  checkColumns(columnsOf(found), shape);
  if (looksAtRows) checkRows(found, shape);
  return found;
}
