import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';

import { geefVrij } from '../schrijven/parkeren.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'waakhond' } as const;

/** Lets a parked stream go on, and closes its melding: what goes wrong after this is a new one. */
export async function geefStroomVrij(database: Database, stroom: string): Promise<void> {
  await geefVrij(database, stroom);
  await rows(
    database.voor(ALS),
    sql`update waakhondmelding set opgelost_op = clock_timestamp()
         where stroom = ${stroom} and soort = 'signaal_geparkeerd' and opgelost_op is null`,
  );
}
