import { setTimeout as sleep } from 'node:timers/promises';

import type { MikroORM } from '@mikro-orm/postgresql';

import { rows, sql } from '#db/sql.ts';

/** A mail server that is away must not keep the journey waiting; the worker goes on trying. */
const GEDULD_MS = 15_000;

/** Pokes the worker and waits until the post of `stroom` that is due has left, or for a quarter of a minute. */
export async function laatBezorgen(orm: MikroORM, stroom: string): Promise<void> {
  const geduld = performance.now() + GEDULD_MS;
  if (!(await ligtErPost(orm, stroom))) return;
  await rows(orm.em.getKysely(), sql`select from graphile_worker.add_job('post', '{}')`);
  while (performance.now() < geduld && (await ligtErPost(orm, stroom))) await sleep(50);
}

async function ligtErPost(orm: MikroORM, stroom: string): Promise<boolean> {
  const [rij] = await rows<{ ligt: boolean }>(
    orm.em.getKysely(),
    sql`select exists (
          select from bericht b
            join stroom s on s.id = b.stroom
            left join zending z on z.id = b.zending
           where b.stroom = ${stroom}
             and (z.status = 'wacht' or b.status = 'wacht' and b.niet_voor <=
                  greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond'))) as ligt`,
  );
  return rij?.ligt === true;
}
