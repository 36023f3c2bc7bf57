import { type Sql, sql } from '../sql.ts';

/** True while the account of `wie`, a row of gebruiker, works: from its first through its last date, in Amsterdam. */
export function isActief(wie: Sql): Sql {
  return sql`is_actief(${wie}.actief_van, ${wie}.actief_tot)`;
}
