import { type Sql, sql } from '#db/sql.ts';

/** Locked by whoever makes post for an address. */
export function postslot(adres: string): Sql {
  return sql`hashtextextended(${`post ${adres.toLowerCase()}`}, 0)`;
}
