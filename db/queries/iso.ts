import { type Sql, sql } from '../sql.ts';

/** A timestamptz as a Tijdstip: UTC with milliseconds. */
export function iso(kolom: Sql): Sql {
  return sql`to_char(${kolom} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
