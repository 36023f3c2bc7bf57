import type { Regio } from '#domain/beleid/regios.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { type Db, rows, sql } from '../sql.ts';

export interface Gemeente {
  code: string;
  naam: string;
  provincie: string;
  regio: Regio;
}

/** The gemeente with this CBS code, if it exists on `datum`. */
export async function vindGemeente(db: Db, code: string, datum: Datum): Promise<Gemeente | null> {
  const [gemeente] = await rows<Gemeente>(
    db,
    sql`select g.code, g.naam, p.naam as provincie, p.regio from gemeente g join provincie p on p.code = g.provincie
        where g.code = ${code} and g.geldig_van <= ${datum}::date and (g.geldig_tot is null or g.geldig_tot >= ${datum}::date)`,
  );
  return gemeente ?? null;
}

/** Gemeenten whose name holds `naam`, whatever its accents and capitals, those that begin with it first. */
export async function zoekGemeenten(db: Db, naam: string, datum: Datum, limiet: number): Promise<Gemeente[]> {
  return rows<Gemeente>(
    db,
    sql`select g.code, g.naam, p.naam as provincie, p.regio
        from gemeente g join provincie p on p.code = g.provincie,
             lateral (select strpos(lower(unaccent(g.naam)), lower(unaccent(${naam}))) as plaats) as zoek
        where zoek.plaats > 0
          and g.geldig_van <= ${datum}::date and (g.geldig_tot is null or g.geldig_tot >= ${datum}::date)
        order by zoek.plaats > 1, g.naam, g.code limit ${limiet}`,
  );
}
