import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';

import type { RegelsFalen } from './fouten.ts';
import { por } from './jobs.ts';
import { alsSchrijver } from './schrijver.ts';

/** Sets a stream apart because the rules fail on it; the others go on. Returns whether there is such a stream. */
export async function parkeer(database: Database, { stroom, message }: RegelsFalen): Promise<boolean> {
  const geparkeerd = await alsSchrijver(database, (db) =>
    rows(
      db,
      sql`update stroom set geparkeerd_op = coalesce(geparkeerd_op, clock_timestamp()),
               geparkeerd_reden = coalesce(geparkeerd_reden, left(${message}, 500))
         where id = ${stroom} returning id`,
    ),
  );
  return geparkeerd.length > 0;
}

/** Lets a parked stream go on, after its cause was taken away: what the clock owes is caught up. */
export async function geefVrij(database: Database, id: string): Promise<void> {
  await alsSchrijver(database, async (db) => {
    const vrij = await rows(
      db,
      sql`update stroom set geparkeerd_op = null, geparkeerd_reden = null, wek_nodig = true, wek_versie = wek_versie + 1,
                 wek_sinds = coalesce(wek_sinds, clock_timestamp())
           where id = ${id} and geparkeerd_op is not null returning id`,
    );
    if (vrij.length > 0) await por(db, id, { wek: true, post: false });
  });
}
