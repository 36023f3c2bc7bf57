import { REGIOCODES } from '#domain/beleid/regios.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { oneOf, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { opNaam } from './op-naam.ts';
import { plaatsenMet, volgorde } from './plaatsen.ts';

const GEMEENTE_RIJ = {
  code: text,
  naam: text,
  provincie: text,
  regio: oneOf(REGIOCODES),
};

export type Gemeente = Row<typeof GEMEENTE_RIJ>;

/** The gemeente with this CBS code, if it exists on `datum`. */
export async function vindGemeente(db: Db, code: string, datum: Datum): Promise<Gemeente | null> {
  const [gemeente] = await rows(
    db,
    sql`select g.code, g.naam, p.naam as provincie, p.regio from gemeente g join provincie p on p.code = g.provincie
        where g.code = ${code} and g.geldig_van <= ${datum}::date and (g.geldig_tot is null or g.geldig_tot >= ${datum}::date)`,
    GEMEENTE_RIJ,
  );
  return gemeente ?? null;
}

/** Every gemeente that exists on `datum`, by name. */
export async function alleGemeenten(db: Db, datum: Datum): Promise<Gemeente[]> {
  return rows(
    db,
    sql`select g.code, g.naam, p.naam as provincie, p.regio from gemeente g join provincie p on p.code = g.provincie
        where g.geldig_van <= ${datum}::date and (g.geldig_tot is null or g.geldig_tot >= ${datum}::date)
        order by ${opNaam(sql`g.naam`)}, g.code`,
    GEMEENTE_RIJ,
  );
}

/** Gemeenten whose name holds `naam`, or with a place that begins with it, in the order of `volgorde`. */
export async function zoekGemeenten(db: Db, naam: string, datum: Datum, limiet: number): Promise<Gemeente[]> {
  return rows(
    db,
    sql`select g.code, g.naam, v.naam as provincie, v.regio
        from gemeente g join provincie v on v.code = g.provincie left join ${plaatsenMet(naam)} on p.gemeente = g.code,
             lateral (select strpos(lower(unaccent(g.naam)), lower(unaccent(${naam}))) as plaats) as zoek
        where (zoek.plaats > 0 or p.gemeente is not null)
          and g.geldig_van <= ${datum}::date and (g.geldig_tot is null or g.geldig_tot >= ${datum}::date)
        order by ${volgorde(sql`zoek.plaats`)}, g.naam, g.code limit ${limiet}`,
    GEMEENTE_RIJ,
  );
}
