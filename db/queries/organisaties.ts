import { codesVan } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOCODES } from '#domain/beleid/regios.ts';

import { arrayOf, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { plaatsenMet, volgorde } from './plaatsen.ts';

const ORGANISATIE_RIJ = { id: text, naam: text, type: oneOf(codesVan('ketenpartnertype')) };
const MET_REGIOS_RIJ = { ...ORGANISATIE_RIJ, regios: arrayOf(oneOf(REGIOCODES)) };
const GEVONDEN_RIJ = {
  ...ORGANISATIE_RIJ,
  /** The place by which a gemeente was found; null when its own name holds what was searched for. */
  plaats: orNull(text),
};

export type Organisatie = Row<typeof ORGANISATIE_RIJ>;

/** One that was searched for. */
export type GevondenOrganisatie = Row<typeof GEVONDEN_RIJ>;

/** The organisatie with this id and the regions where it works (none means everywhere), or null. */
export async function leesOrganisatie(db: Db, id: string): Promise<(Organisatie & { regios: Regio[] }) | null> {
  const [organisatie] = await rows(
    db,
    sql`select id, naam, type, regios from organisatie where id = ${id}`,
    MET_REGIOS_RIJ,
  );
  return organisatie ?? null;
}

/** All of them, by name. */
export async function alleOrganisaties(db: Db): Promise<Organisatie[]> {
  return rows(db, sql`select id, naam, type from organisatie order by naam, id`, ORGANISATIE_RIJ);
}

/** Those of `ids` that exist. */
export async function bestaandeOrganisaties(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const gevonden = await rows(db, sql`select id from organisatie where id = any(${ids}::text[])`, { id: text });
  return new Set(gevonden.map(({ id }) => id));
}

/**
 * Organisaties whose name holds `naam`, and gemeenten with a place that begins with it, whatever its accents and capitals; those that
 * are called so themselves first, then those with a place of exactly that name.
 */
export async function zoekOrganisaties(db: Db, naam: string, limiet: number): Promise<GevondenOrganisatie[]> {
  return rows(
    db,
    sql`select o.id, o.naam, o.type, case when zoek.plaats = 0 then p.naam end as plaats
        from organisatie o left join ${plaatsenMet(naam)} on p.gemeente = o.id,
             lateral (select strpos(lower(unaccent(o.naam)), lower(unaccent(${naam}))) as plaats) as zoek
        where zoek.plaats > 0 or p.gemeente is not null
        order by ${volgorde(sql`zoek.plaats`)}, o.naam, o.id limit ${limiet}`,
    GEVONDEN_RIJ,
  );
}
