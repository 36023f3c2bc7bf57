import { codesVan } from '#domain/beleid/codelijsten.ts';

import { boolean, json, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { opNaam } from './op-naam.ts';

const RIJ = {
  id: text,
  naam: text,
  /** All who have this role use it; null for who kept it alone. */
  rol: orNull(oneOf(codesVan('rol'))),
  filter: json<Record<string, unknown>>(),
  /** Who asks kept it. */
  eigen: boolean,
};

/** A set of filters that was given a name. */
export type BewaardeWeergave = Row<typeof RIJ>;

/** Those of this person, and those of the roles of this person, by name. */
export async function leesBewaardeWeergaven(db: Db, persoon: string): Promise<BewaardeWeergave[]> {
  return rows(
    db,
    sql`select w.id, w.naam, w.rol, w.filter, w.gebruiker = ${persoon} as eigen
          from bewaarde_weergave w order by ${opNaam(sql`w.naam`)}, w.id`,
    RIJ,
  );
}
