import { type Db, rows, sql } from '#db/sql.ts';
import type { Toestemming } from '#domain/casus.ts';

import type { Casusplek } from './plek.ts';

/** Recorded twice under one id, it is there once. */
export async function legToestemmingVast(
  db: Db,
  { stroom, door, op }: Casusplek,
  { id, niveau, verzoek, van, wijze, delen, gegevenOp, totEnMet }: Omit<Toestemming, 'ingetrokkenOp'>,
): Promise<void> {
  await rows(
    db,
    sql`insert into toestemming (id, stroom, niveau, verzoek, van, wijze, delen, gegeven_op, tot_en_met, door, op)
        values (${id}, ${stroom}, ${niveau}, ${verzoek}, ${van}, ${wijze}, ${[...delen]}, ${gegevenOp}, ${totEnMet}, ${door}, ${op})
        on conflict (id) do nothing`,
  );
}

/** The first who takes it back stays the one who did. */
export async function trekToestemmingIn(db: Db, { stroom, door, op }: Casusplek, id: string): Promise<void> {
  await rows(
    db,
    sql`update toestemming set ingetrokken_op = coalesce(ingetrokken_op, ${op}), ingetrokken_door = coalesce(ingetrokken_door, ${door})
         where stroom = ${stroom} and id = ${id}::uuid`,
  );
}
