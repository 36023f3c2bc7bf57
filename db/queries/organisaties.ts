import type { Ketenpartnertype } from '#domain/beleid/codelijsten.ts';

import { type Db, rows, sql } from '../sql.ts';

export interface Organisatie {
  id: string;
  naam: string;
  type: Ketenpartnertype;
}

/** Those of `ids` that exist. */
export async function bestaandeOrganisaties(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const gevonden = await rows<{ id: string }>(db, sql`select id from organisatie where id = any(${ids}::text[])`);
  return new Set(gevonden.map(({ id }) => id));
}

/** Organisaties whose name holds `naam`, whatever its accents and capitals, those that begin with it first. */
export async function zoekOrganisaties(db: Db, naam: string, limiet: number): Promise<Organisatie[]> {
  return rows<Organisatie>(
    db,
    sql`select o.id, o.naam, o.type
        from organisatie o, lateral (select strpos(lower(unaccent(o.naam)), lower(unaccent(${naam}))) as plaats) as zoek
        where zoek.plaats > 0
        order by zoek.plaats > 1, o.naam, o.id limit ${limiet}`,
  );
}
