import { type Db, rows, type Sql, sql } from '#db/sql.ts';

/**
 * Lays berichten ready, one for each row of `keuze`, in its order; `keuze` is SQL that gives every column that is named here. The one
 * place where a bericht begins. Returns how many there were.
 */
export async function legBerichtenKlaar(db: Db, keuze: Sql): Promise<number> {
  const geschreven = await rows(
    db,
    sql`insert into bericht (stroom, volgnummer, gebruiker, namens, adres, verzoek, soort, bundel, waarom, stap, op, niet_voor)
        select stroom, volgnummer, gebruiker, namens, adres, verzoek, soort, bundel, waarom, stap, op, niet_voor
          from (${keuze}) nieuw
        returning 1`,
  );
  return geschreven.length;
}
