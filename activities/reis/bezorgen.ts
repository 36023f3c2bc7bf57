import { setTimeout as sleep } from 'node:timers/promises';

import { boolean } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { NU } from '#db/queries/klok.ts';
import { rows, sql } from '#db/sql.ts';

import { ligtWaarneembrief } from '../post/waarneming.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'reis' } as const;

/** A little more than the sweep of the worker. */
const GEDULD_MS = 8_000;

/**
 * Has the worker deliver the post of a stream that is due, and waits for it. When that once takes too long, say because the
 * mail server is away, later stops do not wait: the worker goes on trying.
 */
export function createBezorgen(database: Database, geduldMs = GEDULD_MS): (stroom: string) => Promise<void> {
  let isTevergeefs = false;
  return async (stroom) => {
    if (isTevergeefs || !(await ligtErPost(database, stroom))) return;
    await rows(database.voor(ALS), sql`select from graphile_worker.por('post', '{}')`);
    const geduld = performance.now() + geduldMs;
    while (!isTevergeefs && (await ligtErPost(database, stroom))) {
      isTevergeefs = performance.now() > geduld;
      await sleep(50);
    }
  };
}

async function ligtErPost(database: Database, stroom: string): Promise<boolean> {
  const db = database.voor(ALS);
  const [rij] = await rows(
    db,
    sql`select exists (
          select from bericht b
            join stroom s on s.id = b.stroom
            left join zending z on z.id = b.zending
           where b.stroom = ${stroom}
             and (z.status = 'wacht' or b.status = 'wacht' and b.niet_voor <=
                  ${NU}))
          or exists (select from waarnemingpost p join zending z on z.id = p.zending where z.status = 'wacht') as ligt`,
    { ligt: boolean },
  );
  return rij?.ligt === true || ligtWaarneembrief(db, stroom);
}
