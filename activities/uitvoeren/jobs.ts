import { type Db, rows, sql } from '#db/sql.ts';

/** Pokes the worker, in the transaction of the act. Only a poke: what is to be done stands in `stroom` and `bericht`. */
export async function por(db: Db, stroom: string, { wek, post }: { wek: boolean; post: boolean }): Promise<void> {
  if (wek) await rows(db, sql`select from graphile_worker.add_job('wek', json_build_object('id', ${stroom}::text))`);
  if (post) await rows(db, sql`select from graphile_worker.add_job('post', '{}')`);
}
