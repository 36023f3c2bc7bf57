import type { Database } from '#db/database.ts';
import { datumIn, NU } from '#db/queries/klok.ts';
import { rows, sql } from '#db/sql.ts';
import { BEWAARSOORTEN } from '#domain/beleid/bewaartermijnen.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'wissingen' } as const;

/**
 * Proposes what has been kept for as long as its term says, on the clock of each signaal, and withdraws what was opened again since, also where it
 * closed again.
 * Asked again it proposes nothing twice. Returns how much is new.
 */
export function stelWissenVoor(database: Database): Promise<number> {
  return database.inTransaction(ALS, async (db) => {
    await rows(
      db,
      sql`delete from wissing w using signaal r
           where r.id = w.stroom and w.status = 'voorgesteld' and w.grond = 'bewaartermijn'
             and (r.status <> 'afgesloten' or r.afgesloten_op <> w.afgesloten_op)`,
    );
    const nieuw = await rows(
      db,
      sql`insert into wissing (stroom, nummer, afgesloten_op, soort, grond, maanden, op)
          select s.id, s.nummer, r.afgesloten_op, t.soort, 'bewaartermijn', t.maanden, clock_timestamp()
            from signaal r join stroom s on s.id = r.id cross join bewaartermijn t
           where t.soort = any(${[...BEWAARSOORTEN]}::text[]) and r.status = 'afgesloten' and r.afgesloten_op + t.maanden * interval '1 month' <= ${NU} and s.staat -> 'gewist' is null
             and (t.soort = 'signaal' or exists (select from casusbijlage c where c.stroom = s.id)
                  or exists (select from bijlage b where b.stroom = s.id))
             and not exists (select from wissing w where w.stroom = s.id and w.soort = t.soort
                                and (w.status = any (array['voorgesteld', 'bevestigd', 'gewist'])
                                     or w.behouden_tot >= ${datumIn(NU)}))
          on conflict do nothing
          returning 1`,
    );
    return nieuw.length;
  });
}
