import { type Db, jsonb, rows, sql } from '#db/sql.ts';

/** Pokes the worker, in the transaction of the act. Only a poke: what is to be done stands in `stroom` and `bericht`. */
export async function por(db: Db, stroom: string, { wek, post }: { wek: boolean; post: boolean }): Promise<void> {
  const jobs = [
    ...(wek ? [{ taak: 'wek', lading: { id: stroom } }] : []),
    ...(post ? [{ taak: 'post', lading: {} }] : []),
  ];
  if (jobs.length === 0) return;
  await rows(
    db,
    sql`select graphile_worker.por(taak, lading)
          from jsonb_to_recordset(${jsonb(jobs)}) as job (taak text, lading json)`,
  );
}
