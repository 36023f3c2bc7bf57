import { type Db, rows, sql } from '#db/sql.ts';
import { laatsteDagVan } from '#domain/patroon/vooraf.ts';

import type { Voorval } from './projectie.ts';

/** Writes the row by which a patroon is found in lists. */
export async function schrijfPatroon(db: Db, { nummer, staat, nu }: Voorval<'patroon'>): Promise<false> {
  const { id, fase, eigenaar, organisatie, laatsteOp } = staat;
  const stap = staat.stappen.find(({ soort }) => soort === fase);
  const totEnMet = stap === undefined ? null : laatsteDagVan(stap, staat);
  await rows(
    db,
    sql`insert into patroon (id, nummer, fase, eigenaar, organisatie, geopend_op, laatste_op, tot_en_met)
        values (${id}, ${nummer}, ${fase}, ${eigenaar}, ${organisatie}, ${nu}, ${laatsteOp}, ${totEnMet})
        on conflict (id) do update
          set fase = excluded.fase, eigenaar = excluded.eigenaar, laatste_op = excluded.laatste_op,
              tot_en_met = excluded.tot_en_met`,
  );
  return false;
}
