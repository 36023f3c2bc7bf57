import type { Kysely } from '@mikro-orm/postgresql';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';

import { keepPlan } from './preparing-client.ts';

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

/** The rows of a query whose text is fixed in the source, so that the server keeps its plan. */
export async function rows<Row = Record<string, unknown>>(db: Db, query: Sql): Promise<Row[]> {
  const compiled = query.compile(db);
  keepPlan(compiled.sql);
  return run(db, compiled);
}

/** The rows of a query that is put together from what was asked. Of such texts there is no end, so their plans are not kept. */
export async function rowsOfComposed<Row = Record<string, unknown>>(db: Db, query: Sql): Promise<Row[]> {
  return run(db, query.compile(db));
}

async function run<Row>(db: Db, compiled: CompiledQuery<unknown>): Promise<Row[]> {
  const { rows: found } = await db.executeQuery(compiled);
  return found as Row[];
}
