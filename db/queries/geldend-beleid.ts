import { type Sql, sql } from '../sql.ts';

/** The policy that steps get which begin on `datum`; null when there is none yet. */
export function geldendBeleid(datum: Sql): Sql {
  return sql`(select inhoud from termijnbeleid where geldig_vanaf <= ${datum} order by versie desc limit 1)`;
}
