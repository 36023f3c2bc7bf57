import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';

import { por } from './jobs.ts';
import { alsSchrijver } from './schrijver.ts';
import { vergrendel, volgendeVan } from './stroom.ts';

/** Finds the next milestone of a stream again in its staat, and has it waited for. Nothing happens when the rules see none. */
export async function herplan(database: Database, id: string): Promise<void> {
  await alsSchrijver(database, async (db) => {
    const stroom = await vergrendel(db, id);
    const volgende = stroom === undefined ? null : volgendeVan(stroom.soort, stroom.staat);
    if (volgende === null) return;
    await rows(
      db,
      sql`update stroom set volgende_op = ${volgende.op}, volgende_sleutel = ${volgende.sleutel}, wek_nodig = true,
                 wek_versie = wek_versie + 1, wek_sinds = coalesce(wek_sinds, clock_timestamp())
           where id = ${id}`,
    );
    await por(db, id, { wek: true, post: false });
  });
}
