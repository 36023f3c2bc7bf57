import { type Sql, sql } from '../sql.ts';

/**
 * True when `organisatie`, the employer of somebody, is one that the signaal in row `signaal` concerns (both SQL); never for nobody's
 * employer, null. The same as heeftConflict in domain/bevoegdheden.ts.
 */
export function raakt(organisatie: Sql, signaal: Sql): Sql {
  return sql`(${organisatie} is not null and ${signaal}.betrokken_organisaties @> array[${organisatie}])`;
}
