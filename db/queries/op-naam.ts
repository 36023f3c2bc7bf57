import { type Sql, sql } from '../sql.ts';

/** For `order by`, as in an address book: capitals and accents decide only between names that are the same without them. */
export function opNaam(naam: Sql): Sql {
  return sql`lower(unaccent(${naam})), ${naam}`;
}
