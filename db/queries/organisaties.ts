import { codesVan, type Ketenpartnertype } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOCODES } from '#domain/beleid/regios.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { arrayOf, date, number, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rows, rowsOfComposed, sql } from '../sql.ts';
import { opNaam } from './op-naam.ts';
import { plaatsenMet, volgorde } from './plaatsen.ts';

const ORGANISATIE_RIJ = { id: text, naam: text, type: oneOf(codesVan('ketenpartnertype')) };
const MET_REGIOS_RIJ = { ...ORGANISATIE_RIJ, regios: arrayOf(oneOf(REGIOCODES)) };
const GEVONDEN_RIJ = {
  ...ORGANISATIE_RIJ,
  /** The place by which a gemeente was found; null when its own name holds what was searched for. */
  plaats: orNull(text),
};

const REGEL_RIJ = {
  ...MET_REGIOS_RIJ,
  /** How many desks still answer. */
  loketten: number,
  /** Until when it is closed today. */
  geslotenTot: orNull(date),
};

/** A line in a list of organisaties. */
export type Organisatieregel = Row<typeof REGEL_RIJ>;

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
  return rows(db, sql`select id, naam, type from organisatie order by ${opNaam(sql`naam`)}, id`, ORGANISATIE_RIJ);
}

/** To what a list of organisaties is narrowed; one without regions works in each. */
export interface Organisatiefilter {
  naam?: string | undefined;
  type?: Ketenpartnertype | undefined;
  regio?: Regio | undefined;
  /** The id of the last one that was seen. */
  cursor?: string | undefined;
}

/** At most `limiet` organisaties, by name, as they are reached on `vandaag` (Amsterdam). */
export function lijstOrganisaties(
  db: Db,
  { naam, type, regio, cursor }: Organisatiefilter,
  vandaag: Datum,
  limiet: number,
): Promise<Organisatieregel[]> {
  const eisen = [
    sql`true`,
    ...(naam === undefined ? [] : [sql`strpos(lower(unaccent(o.naam)), lower(unaccent(${naam}))) > 0`]),
    ...(type === undefined ? [] : [sql`o.type = ${type}`]),
    ...(regio === undefined ? [] : [sql`(o.regios @> array[${regio}::text] or cardinality(o.regios) = 0)`]),
    ...(cursor === undefined
      ? []
      : [
          sql`(${opNaam(sql`o.naam`)}, o.id) > (select ${opNaam(sql`z.naam`)}, z.id from organisatie z where z.id = ${cursor})`,
        ]),
  ];
  return rowsOfComposed(
    db,
    sql`select o.id, o.naam, o.type, o.regios,
               (select count(*)::int from loket l where l.organisatie = o.id and l.actief) as loketten,
               (select max(d.tot)::text from sluiting d where d.organisatie = o.id and ${vandaag}::date between d.van and d.tot) as "geslotenTot"
          from organisatie o where ${join(eisen, ' and ')} order by ${opNaam(sql`o.naam`)}, o.id limit ${limiet}`,
    REGEL_RIJ,
  );
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
