import { type Sql, sql } from '../sql.ts';

/** The present of a stream that is called `s`: the clock of the world, moved by its klokverschil, and never before what already happened. */
export const NU = sql`greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond')`;

/** The date in Amsterdam at `moment`. */
export function datumIn(moment: Sql): Sql {
  return sql`(${moment} at time zone 'Europe/Amsterdam')::date`;
}

/** Today on the clock of a stream that is called `s`. */
export const VANDAAG = datumIn(NU);
