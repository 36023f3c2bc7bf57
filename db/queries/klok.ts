import type { Datum } from '#domain/tijd/amsterdam.ts';

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

/**
 * The working days between two dates (SQL), the first not included: the same as werkdagenTussen in domain/tijd/werkdagen.ts. `vrij`: on which
 * of the days from Monday to Friday nobody works, in order.
 */
export function werkdagenTussen(van: Sql, tot: Sql, vrij: readonly Datum[]): Sql {
  const gewerkt = (datum: Sql): Sql =>
    sql`(5 * ((${datum} - date '2000-01-03') / 7) + least((${datum} - date '2000-01-03') % 7 + 1, 5)
          - width_bucket(${datum}, ${vrij}::date[]))`;
  return sql`(${gewerkt(tot)} - ${gewerkt(van)})`;
}
