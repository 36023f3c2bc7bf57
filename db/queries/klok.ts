import { type Sql, sql } from '../sql.ts';

/** The present of the stream or signaal in row `rij`: the clock of the world, moved by its klokverschil, and never before what already happened. */
export function nuVan(rij: Sql): Sql {
  return sql`greatest(${rij}.laatste_op, clock_timestamp() + ${rij}.klokverschil_ms * interval '1 millisecond')`;
}

/** The present of a stream that is called `s`. */
export const NU = nuVan(sql`s`);

/** The date in Amsterdam at `moment`. */
export function datumIn(moment: Sql): Sql {
  return sql`(${moment} at time zone 'Europe/Amsterdam')::date`;
}

/** Today on the clock of a stream that is called `s`. */
export const VANDAAG = datumIn(NU);
