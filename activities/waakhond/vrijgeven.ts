import type { MikroORM } from '@mikro-orm/postgresql';

import { rows, sql } from '#db/sql.ts';

import { geefVrij } from '../schrijven/parkeren.ts';

/** Lets a parked stream go on, and closes its melding: what goes wrong after this is a new one. */
export async function geefStroomVrij(orm: MikroORM, stroom: string): Promise<void> {
  await geefVrij(orm, stroom);
  await rows(
    orm.em.getKysely(),
    sql`update waakhondmelding set opgelost_op = clock_timestamp()
         where stroom = ${stroom} and soort = 'signaal_geparkeerd' and opgelost_op is null`,
  );
}
