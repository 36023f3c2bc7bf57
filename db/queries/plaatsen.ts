import { type Sql, sql } from '../sql.ts';

/**
 * `p`: the gemeenten that hold a place whose name begins with `naam`, with or without "gemeente" before it; which place that is, and
 * whether it is called exactly so.
 */
export function plaatsenMet(naam: string): Sql {
  const gezocht = sql`lower(unaccent(regexp_replace(${naam}, '^gemeente\\s+', '', 'i')))`;
  return sql`(select distinct on (gemeente) gemeente, naam, lower(unaccent(naam)) = ${gezocht} as precies from plaats
               where starts_with(lower(unaccent(naam)), ${gezocht}) order by gemeente, precies desc, naam) p`;
}

/** First what begins with the name itself, then a place of exactly that name, then what holds the name, then other places. */
export function volgorde(plek: Sql): Sql {
  return sql`case when ${plek} = 1 then 0 when p.precies then 1 when ${plek} > 0 then 2 else 3 end`;
}
