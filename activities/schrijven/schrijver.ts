import type { Database, Namens } from '#db/database.ts';
import { wordSchrijver } from '#db/rechten/schrijver.ts';
import type { Db } from '#db/sql.ts';

import { inTransactie } from './transactie.ts';

/** The clock, and what the service does by itself, look at nothing before they write. */
const KLOK = { rol: 'dienst', dienst: 'klok' } as const;

/**
 * Runs `vind` with the rights of who asks and then `schrijf`, which gets what was found, with those of the one writer of signalen: in one
 * transaction, so what was locked stays so. Without a `vrager` both are of the writer. Throws as inTransactie does.
 */
export function schrijfVoor<G, T>(
  database: Database,
  vrager: Namens | null,
  vind: (db: Db) => Promise<G>,
  schrijf: (db: Db, gevonden: G) => Promise<T>,
): Promise<T> {
  return inTransactie(database, vrager ?? KLOK, async (db) => {
    if (vrager === null) await wordSchrijver(db);
    const gevonden = await vind(db);
    if (vrager !== null) await wordSchrijver(db);
    return schrijf(db, gevonden);
  });
}

/** The same for what nobody asks. */
export function alsSchrijver<T>(database: Database, schrijf: (db: Db) => Promise<T>): Promise<T> {
  return schrijfVoor(database, null, schrijf, (_db, gedaan) => Promise.resolve(gedaan));
}
