import type { MikroORM } from '@mikro-orm/postgresql';

import { rows, sql } from '#db/sql.ts';

import { por } from '../schrijven/jobs.ts';
import { vergrendel, volgendeVan } from '../schrijven/stroom.ts';
import { inTransactie } from '../schrijven/transactie.ts';

/** Finds the next milestone of a stream again in its staat, and has it waited for. Nothing happens when the rules see none. */
export async function herplan(orm: MikroORM, id: string): Promise<void> {
  await inTransactie(orm, async (db) => {
    const stroom = await vergrendel(db, id);
    const volgende = stroom === undefined ? null : volgendeVan(stroom.staat);
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
